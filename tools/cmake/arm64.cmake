# Debian's cross compiler for arm64, with arm64's libraries beside this machine's own (tools/arm64/root makes that Debian).
# What a build runs of what it has just built runs under qemu-user, which the kernel need not know of.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(CMAKE_C_COMPILER aarch64-linux-gnu-gcc)
set(CMAKE_CXX_COMPILER aarch64-linux-gnu-g++)
set(CMAKE_CROSSCOMPILING_EMULATOR /usr/bin/qemu-aarch64-static)
set(PKG_CONFIG_EXECUTABLE /usr/bin/aarch64-linux-gnu-pkg-config)
# moc, rcc, qmlcachegen and lrelease are this machine's: Debian has one folder of them for every architecture.
set(QT_HOST_PATH /usr)
set(CPACK_DEBIAN_PACKAGE_ARCHITECTURE arm64)
