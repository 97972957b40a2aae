#!/usr/bin/env bash
# runtime.sh DIR: a local Flatpak repository DIR/repo with stand-ins for org.gnome.Platform and
# org.gnome.Sdk, made of distribution packages. Needs root, mmdebstrap, ostree, flatpak and apt.
#
# Libraries come from runtime.tsv, which names the element of the real runtime for each. What else the
# stand-in SDK holds only builds.
set -euo pipefail

dir=$1
suite=trixie
branch=49
arch=$(flatpak --default-arch)
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | head -n 1)

table=$(dirname -- "${BASH_SOURCE[0]}")/runtime.tsv
packages() { grep -v '^#' "$table" | cut -f "$1" | grep -vx -e -; }     # COLUMN
mapfile -t platform < <(packages 1)
mapfile -t sdk < <(packages 2)
sdk+=(gcc g++ libc6-dev meson ninja-build cmake make pkg-config gettext patch file xz-utils
  desktop-file-utils appstream appstream-util gtk-update-icon-cache libxml2-utils)

bootstrap() {           # TREE PACKAGE…
  local tree=$1 doc
  local -a hide=()
  shift
  for doc in man info locale doc gtk-doc gir-1.0; do
    hide+=("--dpkgopt=path-exclude=/usr/share/$doc/*")
  done
  mmdebstrap --quiet --mode=root --variant=essential --aptopt='APT::Install-Recommends "false"' \
    --aptopt='Acquire::Retries "3"' "${hide[@]}" --include="$*" "$suite" "$tree" "$mirror"
}

# A runtime's ldconfig, fonts and compiler flags are at other places than a distribution's, and
# nothing in it may tell Meson or CMake that this is Debian: they would choose other library folders.
adapt() {               # FILES
  cd "$1"
  if [ ! -L sbin ]; then cp -an sbin/. bin/; rm -rf sbin; ln -s bin sbin; fi
  if [ ! -L lib64 ]; then
    ln -s "$arch-linux-gnu/$(basename lib64/ld-*)" lib/
    rm -rf lib64
    ln -s lib lib64
  fi
  rm -rf local games etc/{debian_version,ld.so.cache,machine-id,apt,hostname,resolv.conf} etc/*shadow*
  rm -rf "lib/$arch-linux-gnu"/{dri,libLLVM*,libgallium*,libicudata.a,libz3.so*}
  find . -perm /6000 -exec chmod ug-s {} +
  printf '%s\n' 'include /run/flatpak/ld.so.conf.d/app-*.conf' /app/lib \
    'include /run/flatpak/ld.so.conf.d/runtime-*.conf' "/usr/lib/$arch-linux-gnu" /usr/lib >etc/ld.so.conf
  printf '%s\n' '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">' \
    '<fontconfig><dir>/run/host/fonts</dir></fontconfig>' >etc/fonts/conf.d/50-flatpak.conf
  mkdir -p etc/flatpak-builder
  printf '{ "cflags": "%s", "cxxflags": "%s", "ldflags": "%s" }\n' \
    '-O2 -g -pipe -fstack-protector-strong' '-O2 -g -pipe -fstack-protector-strong' \
    '-L/app/lib -Wl,-z,relro,-z,now -Wl,--as-needed' >etc/flatpak-builder/defaults.json
}

publish() {             # TREE NAME
  local tree=$1 name=$2 out=$dir/$2
  chroot "$tree" localedef --no-archive -i ja_JP -f UTF-8 ja_JP.UTF-8
  mkdir -p "$out"
  mv "$tree/usr" "$out/files"
  mv "$tree/etc" "$out/files/etc"
  (adapt "$out/files")
  printf '%s\n' '[Runtime]' "name=org.gnome.$name" "runtime=org.gnome.Platform/$arch/$branch" \
    "sdk=org.gnome.Sdk/$arch/$branch" >"$out/metadata"
  flatpak build-export --runtime --disable-sandbox --files=files "$dir/repo" "$out" "$branch"
  rm -rf "$tree" "$out"
}

rm -rf "$dir"
mkdir -p "$dir"
ostree --repo="$dir/repo" init --mode=bare-user-only
bootstrap "$dir/platform" "${platform[@]}" &
first=$!
bootstrap "$dir/sdk" "${platform[@]}" "${sdk[@]}"
wait "$first"
publish "$dir/platform" Platform
publish "$dir/sdk" Sdk
touch "$dir/complete"
