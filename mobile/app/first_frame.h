// When the window first shows something: milliseconds from the start of the process (as the kernel counts it) to the
// first swapped frame. One line on stdout, for benches.
#pragma once

class QQuickWindow;

namespace plumb::mobile {

// Prints "first-frame <ms> ms, worked <ms> ms" (since the process began; its threads' time on processors) and quits
// after the first frame of `window`.
void timeFirstFrame(QQuickWindow* window);

}  // namespace plumb::mobile
