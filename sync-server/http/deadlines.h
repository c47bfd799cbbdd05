// How long each part of a connection's life may take without progress.
#pragma once

#include <chrono>

namespace plumb::server {

struct Deadlines {
    std::chrono::seconds handshake{15}, idle{300}, head{20}, bodyPiece{30}, write{60};
};

}  // namespace plumb::server
