// The regions of a grant by name, in the language of the app. Pure; any thread.
#pragma once

#include <QStringList>

namespace plumb::mobile {

// Of prefixes as grants name them ("62", "6203", "620321"; "" is everywhere). A code that this program does not know
// stays a code.
QString regionWords(const QStringList& prefixes, const QString& language);

}  // namespace plumb::mobile
