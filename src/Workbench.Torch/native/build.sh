#!/bin/bash
# build.sh OUT: builds the shim against the libtorch of this machine, once for each state of the sources and of libtorch.
# Prints the folder with libworkbench_torch.so and libworkbench_torch.info; or "missing: reason" (rc 0) when the machine
# has no libtorch or no compiler, so that what needs no tensors still builds. A compiler error is an error.
set -u
here=$(cd "$(dirname "$0")" && pwd)
out=$(mkdir -p "$1" && cd "$1" && pwd)

if ! info=$(bash "$here/find-libtorch.sh" 2>"$out/reason.$$"); then
  echo "missing: $(cat "$out/reason.$$")"
  rm -f "$out/reason.$$"
  exit 0
fi
rm -f "$out/reason.$$"
field() { printf '%s\n' "$info" | sed -n "s/^$1=//p"; }
for tool in cmake c++; do
  command -v $tool >/dev/null 2>&1 || { echo "missing: $tool is needed to build the libtorch shim: apt-get install cmake g++"; exit 0; }
done

lib=$(field lib)
key=$( { cat "$here"/*.h "$here"/*.cpp "$here/CMakeLists.txt" "$here/build.sh"; printf '%s\n' "$info"; c++ --version
         grep -m 1 -E '^(flags|Features)' /proc/cpuinfo || uname -m
         stat -L -c '%s %Y' "$lib/libtorch_cpu.so" "$lib/libc10.so"; } | sha256sum | cut -c1-16)
done_dir="$out/$key"
if [ -f "$done_dir/libworkbench_torch.info" ]; then
  echo "$done_dir"
  exit 0
fi

exec 9>"$out/lock"
flock 9
if [ ! -f "$done_dir/libworkbench_torch.info" ]; then
  version=$(field version)
  standard=17
  case "$version" in 2.9.*|2.[1-9][0-9].*|[3-9].*) standard=20 ;; esac
  work="$out/work-$key"
  rm -rf "$work" "$done_dir"
  { cmake -S "$here" -B "$work" -DCMAKE_BUILD_TYPE=Release -DTORCH_LIB="$lib" -DTORCH_INCLUDE="$(field include)" \
      -DTORCH_CXX11_ABI="$(field abi)" -DTORCH_CXX_STANDARD=$standard &&
    cmake --build "$work" --parallel 2; } >"$out/build-$key.log" 2>&1 || {
    echo "the shim does not build against libtorch $version in $lib:" >&2
    grep -E 'error|Error' "$out/build-$key.log" | head -20 >&2
    echo "the whole log: $out/build-$key.log" >&2
    exit 1
  }
  mkdir -p "$done_dir"
  cp "$work"/libworkbench_torch.* "$done_dir/"
  printf '%s\n' "$info" >"$done_dir/info.tmp" && mv "$done_dir/info.tmp" "$done_dir/libworkbench_torch.info"
  rm -rf "$work" "$out/build-$key.log"
fi
echo "$done_dir"
