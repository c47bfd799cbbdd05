#include "sync-server/setup/qr.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

namespace plumb::server {

std::string terminalQr(std::string_view text) {
    constexpr int kQuietZone = 2;
    ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
    writer.setMargin(kQuietZone).setEncoding(ZXing::CharacterSet::UTF8);
    const auto code = writer.encode(std::string(text), 0, 0);
    std::string out;
    // Two rows of modules a line of text. Colours are set, since most terminals are dark and a code must be dark on
    // light.
    for (int y = 0; y < code.height(); y += 2) {
        out += "\x1b[30;107m";
        for (int x = 0; x < code.width(); ++x) {
            const bool upper = code.get(x, y), lower = y + 1 < code.height() && code.get(x, y + 1);
            out += upper ? (lower ? "█" : "▀") : (lower ? "▄" : " ");
        }
        out += "\x1b[0m\n";
    }
    return out;
}

}  // namespace plumb::server
