// After a change of language every word of the models is told anew: tr() is asked where a property is read, and QML
// reads it again when its notify signal comes. One place sends them all, so that no model can forget to. Rows and
// sentences that a model keeps are its own to make anew (Settings::languageChanged), before this. UI thread.
#pragma once

#include <QObject>

namespace plumb::mobile {

// Sends the notify signal of each text property of the objects below `root`, once for each signal.
void retellBelow(const QObject& root);

}  // namespace plumb::mobile
