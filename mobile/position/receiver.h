// What gives positions: the system's service, an NMEA stream, or what a test says. It is off until it is started. UI
// thread.
#pragma once

#include <QObject>

#include "shared/domain/place.h"

namespace plumb::mobile {

class Receiver : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;

    // What is known comes by the signals, some time after.
    virtual void start() = 0;
    virtual void stop() = 0;

  signals:
    // `place.at` is left to whoever takes it: it comes when it was made.
    void fixed(const plumb::domain::Place& place);
    // There will be none for now, and why.
    void refused(plumb::domain::NoPlace why);
};

}  // namespace plumb::mobile
