// Counts what QML complains about, so that a self-test or a driven run can fail on it. Messages still go to stderr.
// Installed once per process, before the engine; the count may be read from any thread.
#pragma once

namespace plumb::mobile {

void watchWarnings();
int warningsSeen();

}  // namespace plumb::mobile
