// A PDF as somebody hands it over: whatever it is, its signatures are judged without a fault of ours.
#include <cstdint>
#include <string_view>

#include "shared/document/sign/verify_pdf.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace plumb::document;
    const std::string_view pdf(reinterpret_cast<const char*>(data), size);
    const auto read = verifySigned(pdf, {});
    if (read && read->holds()) __builtin_trap();  // nobody is trusted here
    (void)isSignedCopyOf(pdf, pdf.substr(0, size / 2));
    return 0;
}
