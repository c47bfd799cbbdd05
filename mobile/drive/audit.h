// What somebody meets who uses the screen with a keyboard or a screen reader: everything that can be worked has a name
// and a role, is large enough for a glove, and is reached by Tab, which shows where it is and is trapped nowhere. UI
// thread.
#pragma once

#include <QQuickWindow>
#include <QStringList>

namespace plumb::mobile {

// Makes Qt keep its accessible tree as if a screen reader asked for it; before the first window. The offscreen platform
// has none to ask.
void activateAccessibility();

// Sentences about what is wrong with what the window shows now; empty where nothing is. Moves the focus.
QStringList auditAccess(QQuickWindow& window);

}  // namespace plumb::mobile
