// A receiver that says what the test says.
#pragma once

#include "mobile/position/receiver.h"

namespace plumb::test {

class ReceiverDouble : public mobile::Receiver {
  public:
    using Receiver::Receiver;

    void start() override { running = true; }
    void stop() override { running = false; }

    void fix(double latitude, double longitude, double accuracy = 4) {
        domain::Place place;
        place.latitude = latitude;
        place.longitude = longitude;
        place.accuracy = accuracy;
        place.source = domain::PlaceSource::satellite;
        emit fixed(place);
    }
    void refuse(domain::NoPlace why) { emit refused(why); }

    bool running = false;
};

}  // namespace plumb::test
