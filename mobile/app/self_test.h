// --self-test: makes every page and every gallery chapter once, in each theme, at the asked size, and fails on any word
// of complaint from QML. Needs no people and no network.
#pragma once

class QQmlEngine;

namespace plumb::mobile {

struct Options;

// The exit code of the process: 0, or 1 with sentences on stderr.
int selfTest(QQmlEngine& engine, const Options& options);

}  // namespace plumb::mobile
