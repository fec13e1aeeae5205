#!/bin/bash
# Finds libtorch: TORCH_DIR, then the PyTorch wheel of the python3 on the PATH, then the system's.
# Prints key=value lines (found_by, root, lib, include, version, abi, cuda), or nothing and the reason on stderr, rc 3.
set -u

version_of() {  # include folders, ;-separated
  local folder file
  for folder in ${1//;/ }; do
    for file in "$folder/torch/version.h" "$folder/torch/csrc/api/include/torch/version.h" \
                "$folder/torch/headeronly/version.h"; do
      [ -f "$file" ] && sed -n 's/^ *"\([0-9][^"]*\)".*/\1/p; s/^#define TORCH_VERSION *"\([^"]*\)".*/\1/p' "$file" |
        head -1 | grep . && return
    done
  done
  echo unknown
}

report() {  # found_by root lib include
  local abi=0 cuda=no
  grep -aqE '_ZN3c10[A-Za-z0-9_]*NSt7__cxx11' "$3/libc10.so" && abi=1
  [ -e "$3/libtorch_cuda.so" ] && cuda=yes
  printf 'found_by=%s\nroot=%s\nlib=%s\ninclude=%s\nversion=%s\nabi=%s\ncuda=%s\n' \
    "$1" "$2" "$3" "$4" "$(version_of "$4")" "$abi" "$cuda"
  exit 0
}

try_tree() {  # found_by root: a libtorch archive or the torch folder of a wheel
  [ -e "$2/lib/libtorch_cpu.so" ] && [ -d "$2/include/ATen" ] &&
    report "$1" "$2" "$2/lib" "$2/include;$2/include/torch/csrc/api/include"
}

try_system() {  # found_by prefix
  local lib
  for lib in "$2"/lib/*-linux-gnu "$2/lib64" "$2/lib"; do
    [ -e "$lib/libtorch_cpu.so" ] && [ -d "$2/include/ATen" ] &&
      report "$1" "$2" "$lib" "$2/include;$2/include/torch/csrc/api/include"
  done
}

if [ -n "${TORCH_DIR:-}" ]; then
  dir=$(realpath -m "$TORCH_DIR")
  try_tree TORCH_DIR "$dir"
  try_system TORCH_DIR "$dir"
  echo "TORCH_DIR is $dir, but there is no lib/libtorch_cpu.so with include/ATen beside it. Point it at an unpacked" \
       "libtorch (or the torch folder of a PyTorch wheel), or unset it." >&2
  exit 3
fi

if command -v python3 >/dev/null 2>&1; then
  wheel=$(python3 -c 'import importlib.util as u; s = u.find_spec("torch"); print(s.submodule_search_locations[0] if s and s.submodule_search_locations else "")' 2>/dev/null)
  [ -n "$wheel" ] && try_tree "the PyTorch of python3" "$wheel"
fi

try_system "the system" /usr/local
try_system "the system" /usr
echo "no libtorch on this machine: apt-get install libtorch-dev (Debian, Ubuntu), or pip install torch, or unpack" \
     "libtorch from pytorch.org and set TORCH_DIR to its folder." >&2
exit 3
