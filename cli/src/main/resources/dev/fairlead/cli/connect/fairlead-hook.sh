#!/bin/sh
# fairlead-hook AGENT EVENT open|closed SECONDS
#
# Hands what an agent tells a hook (on standard input) to Fairlead's server on this machine, and the server's answer back.
# Written by `fairlead connect`, taken away by `fairlead disconnect`. The token goes from a file to curl through a pipe: it
# is in no argument, no environment and no URL.
agent=$1
event=$2
down=$3
seconds=$4
home=${0%/bin/*}

# What becomes of the call when nobody answers: nothing, which lets it run, or a refusal in the agent's own form.
unanswered() {
    reason="Fairlead refuses this call since its server $1, and calls are to be refused then. Ask the person to start it with \`fairlead up\`; do not try to go around it."
    case $down/$event in
    closed/PreToolUse | closed/BeforeTool | closed/preToolUse) ;;
    *) exit 0 ;;
    esac
    if [ "$agent" = cline ]; then
        printf '{"cancel":true,"errorMessage":"%s"}\n' "$reason"
        exit 0
    fi
    printf '%s\n' "$reason" >&2
    exit 2
}

port=
while IFS= read -r line || [ -n "$line" ]; do
    case $line in
    *'"port"'*)
        port=${line#*'"port"'}
        port=${port#*:}
        port=${port#"${port%%[0-9]*}"}
        port=${port%%[!0-9]*}
        ;;
    esac
done 2>/dev/null <"$home/server.json"
[ -n "$port" ] || unanswered 'is not running'

token=
IFS= read -r token 2>/dev/null <"$home/hook-token"
[ -n "$token" ] || unanswered 'has left no token'

answer=$(curl -q --silent --fail --noproxy '*' --connect-timeout 2 --max-time "$seconds" \
    --header 'Content-Type: application/json' --header 'Expect:' --header @/dev/fd/3 --data-binary @- \
    "http://127.0.0.1:$port/hooks/$agent?event=$event" 3<<HEADER
Authorization: Bearer $token
HEADER
)
case $? in
0) printf '%s\n' "$answer" ;;
22) unanswered 'refused to answer' ;;
28) unanswered 'did not answer in time' ;;
127) unanswered 'cannot be asked without curl' ;;
*) unanswered 'is not running' ;;
esac
