// What a process gives up before it decodes a stranger's bytes: seccomp lets it compute, take and give back memory,
// read and write what is open, and end; any other system call kills it. Limits of memory and time stand besides. Linux
// on x86-64 and arm64.
#pragma once

namespace plumb::server {

// False where the kernel does not take the filter: nothing may be decoded then. Limits that the machine's own rules
// forbid to set (a unit's SystemCallFilter) are its own to hold.
bool confine();

}  // namespace plumb::server
