// What the app's sources include, precompiled: Qt's core and QML headers beside the rooms' own.
#pragma once

#include <QCoreApplication>
#include <QList>
#include <QObject>
#include <QQmlEngine>
#include <QQuickItem>
#include <QString>
#include <QStringList>
#include <QTimer>

#include "tools/cmake/precompiled/room.h"
