#!/usr/bin/env bash
# Runs every check and test: .NET, client, browser. Installs what they need where it is missing and apt may.
# Ends with one line of totals, "N passed, N failed, N skipped", and exits non-zero when anything failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
passed=0 failed=0 skipped=0

say() { printf '\n== %s\n' "$*"; }

# A check counts as one test.
check() {
  local name=$1
  shift
  say "$name"
  if "$@"; then passed=$((passed + 1)); else echo "FAILED: $name"; failed=$((failed + 1)); fi
}

install_missing() {
  local packages=()
  command -v chromium >/dev/null || packages+=(chromium)
  [ -n "$(fc-list :lang=ja family 2>/dev/null)" ] || packages+=(fonts-noto-cjk)
  [ -n "$(fc-list 'Noto Color Emoji' family 2>/dev/null)" ] || packages+=(fonts-noto-color-emoji)
  ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || packages+=(postgresql)
  [ ${#packages[@]} -eq 0 ] && return
  local run=()
  if [ "$(id -u)" != 0 ]; then
    sudo -n true 2>/dev/null || { echo "Missing, and not allowed to install: ${packages[*]}"; return; }
    run=(sudo -n)
  fi
  command -v apt-get >/dev/null || { echo "Missing, and no apt-get: ${packages[*]}"; return; }
  say "Installing ${packages[*]}"
  "${run[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  "${run[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
}

dotnet_tests() {
  say ".NET tests"
  dotnet test Voc.sln -c Release --no-build -m:1 --logger trx --results-directory "$results"
  local status=$? counts
  counts=$(grep -ho '<Counters [^>]*' "$results"/*.trx 2>/dev/null)
  sum() { grep -o " $1=\"[0-9]*\"" <<<"$counts" | grep -o '[0-9]*' | paste -sd+ | bc; }
  local total executed ok
  total=$(sum total) executed=$(sum executed) ok=$(sum passed)
  passed=$((passed + ${ok:-0}))
  failed=$((failed + ${executed:-0} - ${ok:-0}))
  skipped=$((skipped + ${total:-0} - ${executed:-0}))
  if [ $status -ne 0 ] && [ "${executed:-0}" = "${ok:-0}" ]; then failed=$((failed + 1)); fi
}

client_tests() {
  say "Client tests"
  (cd src/Voc.Dashboard/client && npx vitest run --reporter=default --reporter=json --outputFile="$results/vitest.json")
  local status=$?
  if [ -s "$results/vitest.json" ]; then
    read -r p f s < <(node -e 'const r=require(process.argv[1]);console.log(r.numPassedTests,r.numFailedTests,r.numPendingTests+r.numTodoTests)' "$results/vitest.json")
    passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
    if [ $status -ne 0 ] && [ "$f" = 0 ]; then failed=$((failed + 1)); fi
  else
    failed=$((failed + 1))
  fi
}

client() { (cd src/Voc.Dashboard/client && npm run --silent "$1"); }

install_missing
check "Build without warnings" dotnet build Voc.sln -c Release --nologo -v quiet
check "C# format" dotnet format Voc.sln --verify-no-changes --no-restore
check "ESLint" client lint
check "Prettier" client format:check
check "TypeScript" client typecheck
check "API client is not stale" client check:api
client_tests
dotnet_tests

printf '\n%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
[ "$failed" -eq 0 ]
