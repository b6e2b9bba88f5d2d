#!/usr/bin/env bash
# Publishes the command and a hello world, both ready-to-run and framework-dependent, and compares their wall times from
# start to end. Prints one line a program: median and least of all runs in milliseconds, and the ratio to hello world.
# Usage: eng/measure-start.sh [RUNS]      needs the .NET SDK and bash 5; changes nothing in this checkout
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

runs=${1:-21}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false

case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) rid=linux-x64 ;;
    Linux-aarch64) rid=linux-arm64 ;;
    Darwin-arm64) rid=osx-arm64 ;;
    *) echo "unknown machine" >&2; exit 1 ;;
esac

# A copy, because publishing for one kind of machine restores more than the lock files hold.
mkdir -p "$work/tree/tests"
cp -R src rules samples eng .editorconfig Directory.Build.props Directory.Packages.props global.json README.md LICENSE THIRD-PARTY.md ZoningRules.sln "$work/tree/"
find "$work/tree" -type d \( -name bin -o -name obj \) -prune -exec rm -rf {} +
find "$work/tree" -name packages.lock.json -delete
mkdir "$work/hello"
cat > "$work/hello/hello.csproj" << 'END'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <InvariantGlobalization>true</InvariantGlobalization>
  </PropertyGroup>
</Project>
END
echo 'System.Console.WriteLine("hello");' > "$work/hello/Program.cs"

publish() {
    dotnet publish "$1" -c Release -r "$rid" --self-contained false -p:PublishReadyToRun=true \
        -p:RestorePackagesWithLockFile=false -o "$2" --nologo -v quiet
}
publish "$work/hello/hello.csproj" "$work/out/hello"
publish "$work/tree/src/ZoningRules.Cli/ZoningRules.Cli.csproj" "$work/out/zoning"

# Milliseconds of one run. A verdict is no failure (0, 2, 3); anything else ends the measurement.
once() {
    local start=$EPOCHREALTIME end code=0
    "$@" > "$work/stdout" 2> "$work/stderr" || code=$?
    end=$EPOCHREALTIME
    case $code in
        0 | 2 | 3) ;;
        *) echo "$*: exit code $code" >&2; cat "$work/stderr" >&2; exit 1 ;;
    esac
    echo $((((${end/./} - ${start/./}) + 500) / 1000))
}

declare -A median
measure() {
    local name=$1 all
    shift
    for _ in 1 2 3; do once "$@" > "$work/warm"; done
    all=$(for _ in $(seq "$runs"); do once "$@"; done | sort -n)
    median[$name]=$(sed -n "$(((runs + 1) / 2))p" <<< "$all")
    awk -v name="$name" -v median="${median[$name]}" -v least="$(head -n 1 <<< "$all")" -v hello="${median[hello]:-0}" \
        'BEGIN { printf "%-28s median %4d ms  least %4d ms  %s\n", name, median, least, (hello > 0 ? sprintf("%.1fx hello", median / hello) : "") }'
}

cd "$work/tree"
zoning=$work/out/zoning/zoning
measure hello "$work/out/hello/hello"
measure "zoning --version" "$zoning" --version
measure "zoning rules validate" "$zoning" rules validate
measure "zoning check, text" "$zoning" check samples/proposals/01-fine-chemical-in-park.yaml
measure "zoning check, json" "$zoning" check samples/proposals/01-fine-chemical-in-park.yaml --format json
measure "zoning check, open" "$zoning" check samples/proposals/12-almost-nothing.yaml
measure "zoning check, town" "$zoning" check samples/proposals/11-town-name-only.yaml
