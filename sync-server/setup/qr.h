// A text as a QR code in half-block characters, for a terminal.
#pragma once

#include <string>
#include <string_view>

namespace plumb::server {

std::string terminalQr(std::string_view text);

}  // namespace plumb::server
