# Finds a Java new enough to build and run Fairlead. Sourced by ./fairlead (through prepare.sh) and ./format.

least_java=25

# The places where a JDK may be, best first: what the person says, then what the system has.
java_candidates() {
    [ -z "${FAIRLEAD_JAVA_HOME:-}" ] || printf '%s\n' "$FAIRLEAD_JAVA_HOME/bin/java"
    [ -z "${JAVA_HOME:-}" ] || printf '%s\n' "$JAVA_HOME/bin/java"
    # FAIRLEAD_JAVA_FOLDERS, separated by colons, stands in for the usual folders: for tests, and for unusual systems.
    old_ifs=$IFS
    IFS=:
    # shellcheck disable=SC2086 # split at the colons
    set -- ${FAIRLEAD_JAVA_FOLDERS-/usr/lib/jvm:/usr/lib64/jvm:/usr/java:/opt:/opt/java:$HOME/.sdkman/candidates/java:$HOME/.jdks:/Library/Java/JavaVirtualMachines:$HOME/Library/Java/JavaVirtualMachines:/opt/homebrew/opt:/usr/local/opt}
    IFS=$old_ifs
    for folder in "$@"; do
        for java in "$folder"/*/bin/java "$folder"/*/Contents/Home/bin/java "$folder"/*/libexec/openjdk.jdk/Contents/Home/bin/java; do
            printf '%s\n' "$java"
        done
    done
    command -v java || :
}

# The major version of a JDK, told by its file `release` where there is one, since that starts no JVM.
java_version() {
    release=${1%/bin/java}/release
    version=
    if [ -r "$release" ]; then
        version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$release")
    fi
    if [ -z "$version" ]; then
        version=$("$1" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
    fi
    printf '%s\n' "${version:-0}"
}

# Prints the first Java that is new enough and has a compiler beside it, or fails.
find_java() {
    found=$(java_candidates | while IFS= read -r java; do
        # Folders of the system hold links to the same JDK; one without a compiler cannot build.
        if [ -x "$java" ] && [ -x "${java%java}javac" ] && [ "$(java_version "$java")" -ge "$least_java" ]; then
            # `java` on the PATH may be a link or a shim: the JDK itself says where it lives.
            "$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
            break
        fi
    done)
    [ -n "$found" ] || return 1
    printf '%s\n' "$found/bin/java"
}

explain_missing_java() {
    cat >&2 <<EOF
fairlead: no JDK $least_java or later was found; one is needed to build and run Fairlead.
  Debian, Ubuntu: apt-get install openjdk-25-jdk-headless (or temurin-25-jdk from adoptium.net)
  macOS:          brew install openjdk
  SDKMAN:         sdk install java 25-tem
If there is one in an unusual place, say so: FAIRLEAD_JAVA_HOME=/path/to/jdk
EOF
    exit 69
}
