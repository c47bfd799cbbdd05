// Whether Qt Multimedia can be used on this device at all. Where it finds none of its plugins, Qt 6.4 ends the process
// as soon as a player is made: it has to be known before.
#pragma once

#include <QString>

namespace plumb::mobile {

// A plugin of that name ("gstreamer"; any where it is empty) is installed, and so is what it needs itself.
bool hasMediaBackend(const QString& name);
// The one that Qt would take: QT_MEDIA_BACKEND, or its own choice. Asked once.
bool hasMediaBackend();

}  // namespace plumb::mobile
