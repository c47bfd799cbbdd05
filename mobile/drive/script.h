// A driver's script: one JSON object a line, one step each (DRIVE.md). Parsing only; wrong lines are refused with their
// number.
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace plumb::mobile {

struct Step {
    QString verb;      // tap, type, keys, wait, gone, expect, draw, print, screenshot, quit, …
    QString target;    // an object name
    QJsonObject line;  // the whole of it, for the verb's own members
    int number = 0;    // its line in the file
    int timeoutMs = 10'000;
};

struct Script {
    QList<Step> steps;
    QString problem;  // not empty: why the file was not taken
};

Script readScript(const QByteArray& text);

}  // namespace plumb::mobile
