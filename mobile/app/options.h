// What the program was started with. Pure; read once in main.
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>

namespace plumb::mobile {

struct Options {
    QString home;  // data folder
    QSize size{1280, 800};
    QString language;         // empty: as set in the app
    QString theme;            // empty: as set in the app
    double textScale = 0;     // 0: as set in the app
    int autoLockSeconds = 0;  // without a touch, until the tablet locks; 0: as set in the app
    QString drive;            // a script for the driver
    QString network;          // what network there is: wifi, mobile, none, auto; empty: auto
    QString position;         // where positions come from (QtReceiver); empty: the system
    QString camera;           // "folder:DIR" in place of the device's camera, "off"; empty: the device's
    QString sound;            // "file:PATH" in place of the microphone, "off"; empty: the device's
    QString shots;            // where the gallery or the driver puts its pictures
    bool gallery = false;
    bool selfTest = false;
    bool timeFirstFrame = false;
    bool emptyWindow = false;

    QString problem;  // not empty: the command line is wrong, and why
};

// Also answers --help and --version itself (and leaves the program).
Options readOptions(const QStringList& arguments);

}  // namespace plumb::mobile
