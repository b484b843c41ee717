# Builds Fairlead and readies it for fast starts. Sourced by ./fairlead when there is no build, or an older one than the
# sources. Expects $home (the repository) and $launch (the folder for what is made here).

least_maven=3.8.7

. "$home/cli/src/launch/find-java.sh"

say() {
    printf 'fairlead: %s\n' "$*" >&2
}

# Whether the first version is at least the second, number by number.
at_least() {
    awk -v have="$1" -v want="$2" 'BEGIN {
        split(have, h, /[.-]/); split(want, w, /[.]/)
        for (i = 1; i <= 3; i++) { if (h[i] + 0 != w[i] + 0) exit !(h[i] + 0 > w[i] + 0) }
    }'
}

check_maven() {
    if ! command -v mvn >/dev/null 2>&1; then
        say "Maven (\`mvn\`) was not found; $least_maven or later is needed to build Fairlead."
    else
        version=$(JAVA_HOME=${java%/bin/java} mvn --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1)
        at_least "${version:-0}" "$least_maven" && return
        say "Maven $least_maven or later is needed to build Fairlead; \`mvn\` is ${version:-of an unknown version}."
    fi
    cat >&2 <<EOF
  Debian, Ubuntu: apt-get install maven
  macOS:          brew install maven
  SDKMAN:         sdk install maven
EOF
    exit 69
}

# One build at a time: a second start waits for the first and then uses what it made.
lock() {
    told=
    until mkdir "$launch/lock" 2>/dev/null; do
        holder=$(cat "$launch/lock/pid" 2>/dev/null || :)
        if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then
            rm -rf "$launch/lock" # its holder was killed
            continue
        fi
        [ -n "$told" ] || say "another start is building; waiting for it (remove $launch/lock if that is not so)"
        told=yes
        sleep 1
    done
    printf '%s\n' "$$" >"$launch/lock/pid"
    trap 'rm -rf "$launch/lock"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
}

build() {
    log=$launch/build.log
    if [ -e "$launch/java" ]; then
        say "the sources changed: building again, one or two minutes (log: $log)"
    else
        say "first use: building, one or two minutes, longer while Maven fetches libraries (log: $log)"
    fi
    # What is written while the build runs is newer than this, so that the next start builds again.
    : >"$launch/started"
    if ! (cd "$home" && JAVA_HOME=${java%/bin/java} mvn -B -Dquick -Dmaven.test.skip=true -pl cli -am package >"$log" 2>&1 </dev/null); then
        grep '^\[ERROR\]' "$log" | head -n 20 >&2 || :
        say "the build failed; the whole log is $log"
        exit 70
    fi
}

# A training run notes which classes are loaded and linked, so that later starts find them ready (JEP 483, 514, 515).
# Starts are merely slower without the cache, so a failure here is no failure.
train() {
    rm -f "$launch/fairlead.aot" "$launch/fairlead.aot.new"
    # shellcheck disable=SC2086 # words
    (cd "$home" && "$java" $java_options -XX:AOTCacheOutput="$launch/fairlead.aot.new" -Dfairlead.home="$home" \
        -cp "$class_path" dev.fairlead.cli.Training) >"$launch/train.log" 2>&1 </dev/null || :
    [ ! -s "$launch/fairlead.aot.new" ] || mv "$launch/fairlead.aot.new" "$launch/fairlead.aot"
    : >"$launch/trained"
}

unlock() {
    rm -rf "$launch/lock"
    trap - EXIT INT TERM
}

prepare() {
    mkdir -p "$launch"
    lock
    # Another start may have made it while this one waited.
    if ! { [ -e "$launch/java" ] && ready; }; then
        java=$(find_java) || explain_missing_java
        check_maven
        build
        printf '%s\n%s\n' "$java" "${FAIRLEAD_JAVA_HOME:-}" >"$launch/java.new"
        mv "$launch/java.new" "$launch/java"
        train
        mv "$launch/started" "$launch/ready"
    elif ! trained; then
        train
    fi
    unlock
}
