#!/bin/bash
# build.sh OUT: builds the shim against the libtorch of this machine, once for each state of the sources and of libtorch.
# Prints the folder with libworkbench_torch.so and libworkbench_torch.info; or "missing: reason" (rc 0) when the machine
# has no libtorch or no compiler, so that what needs no tensors still builds. A compiler error is an error. Where there is
# no cmake the compiler is called directly, with what CMakeLists.txt says.
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
for compiler in "${CXX:-}" c++ g++ clang++ ''; do
  [ -n "$compiler" ] && command -v "$compiler" >/dev/null 2>&1 && break
done
[ -n "$compiler" ] || { echo "missing: a C++ compiler is needed to build the libtorch shim: apt-get install cmake g++"; exit 0; }

by_cmake() {  # work
  cmake -S "$here" -B "$1" -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_COMPILER="$(command -v "$compiler")" -DTORCH_LIB="$lib" -DTORCH_INCLUDE="$(field include)" \
    -DTORCH_CXX11_ABI="$(field abi)" -DTORCH_CXX_STANDARD=$standard &&
    cmake --build "$1" --parallel 2
}

by_hand() {  # work
  local file folder options native='' openmp=''
  mkdir -p "$1"
  echo 'int main() {}' >"$1/probe.cpp"
  "$compiler" -march=native -c "$1/probe.cpp" -o "$1/probe.o" 2>/dev/null && native=-march=native
  "$compiler" -fopenmp "$1/probe.cpp" -o "$1/probe" 2>/dev/null && openmp=-fopenmp
  options=(-std=gnu++$standard -fPIC -fvisibility=hidden -O2 -DNDEBUG -D_GLIBCXX_USE_CXX11_ABI="$(field abi)")
  IFS=';' read -ra folders <<<"$(field include)"
  for folder in "${folders[@]}"; do [ "$folder" = /usr/include ] || options+=(-isystem "$folder"); done
  for file in dispatch direct tensor autograd runtime attention product adam profile; do
    case $file in attention | product | adam) kernel=(-O3 -fno-math-errno -fno-trapping-math -Wno-psabi $native $openmp) ;; *) kernel=() ;; esac
    "$compiler" "${options[@]}" "${kernel[@]}" -c "$here/$file.cpp" -o "$1/$file.o" || return 1
  done
  "$compiler" -shared -o "$1/libworkbench_torch.so" "$1"/{dispatch,direct,tensor,autograd,runtime,attention,product,adam,profile}.o $openmp -L"$lib" -Wl,-rpath,"$lib" \
    -Wl,--no-as-needed -ltorch -ltorch_cpu -lc10 -Wl,--as-needed -Wl,--no-undefined -Wl,-z,now
}

lib=$(field lib)
key=$( { cat "$here"/*.h "$here"/*.cpp "$here/CMakeLists.txt" "$here/build.sh"; printf '%s\n' "$info"; "$compiler" --version
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
  build=by_cmake
  command -v cmake >/dev/null 2>&1 || build=by_hand
  $build "$work" >"$out/build-$key.log" 2>&1 || {
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
