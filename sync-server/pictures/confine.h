// What a process gives up before it decodes a stranger's bytes: seccomp lets it compute, take and give back memory,
// read and write what is open, and end; any other system call kills it. Limits of memory and time stand besides. Linux
// on x86-64 and arm64.
#pragma once

namespace plumb::server {

// False where the kernel does not take the filter or one of the limits: nothing may be decoded then. A limit that is
// lower already stays. Says on standard error which one was refused.
bool confine();

}  // namespace plumb::server
