#include "mobile/ui/document_kind.h"

#include <algorithm>
#include <array>
#include <utility>

namespace plumb::mobile {

namespace {

constexpr std::array<std::pair<std::string_view, const char*>, 10> kDocuments{{
    {"application/pdf", "PDF"},
    {"application/msword", "Word"},
    {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word"},
    {"application/vnd.oasis.opendocument.text", "Word"},
    {"application/vnd.ms-excel", "Excel"},
    {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel"},
    {"application/vnd.oasis.opendocument.spreadsheet", "Excel"},
    {"application/vnd.ms-powerpoint", "PPT"},
    {"application/vnd.openxmlformats-officedocument.presentationml.presentation", "PPT"},
    {"text/csv", "CSV"},
}};

}  // namespace

QString documentKind(std::string_view mediaType) {
    if (mediaType.starts_with("image/")) return {};
    const auto known = std::ranges::find(kDocuments, mediaType, &std::pair<std::string_view, const char*>::first);
    if (known != kDocuments.end()) return QString::fromLatin1(known->second);
    const auto last = mediaType.substr(mediaType.find_last_of("/.") + 1);
    return QString::fromUtf8(last.data(), static_cast<qsizetype>(last.size())).toUpper();
}

bool isDocumentType(std::string_view mediaType) {
    return std::ranges::find(kDocuments, mediaType, &std::pair<std::string_view, const char*>::first) !=
           kDocuments.end();
}

}  // namespace plumb::mobile
