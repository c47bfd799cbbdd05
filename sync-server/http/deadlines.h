// How long each part of a connection's life may take without progress.
#pragma once

#include <chrono>

namespace plumb::server {

struct Deadlines {
    std::chrono::seconds handshake{15}, idle{300}, head{20}, write{60};
    std::chrono::seconds bodyPiece{30};  // of an enrolled caller, however slow its network
    std::chrono::seconds openBody{30};   // a whole body of a caller without a token
};

}  // namespace plumb::server
