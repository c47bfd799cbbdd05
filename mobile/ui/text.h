// Between the library's UTF-8 and Qt's strings.
#pragma once

#include <QString>
#include <string>
#include <string_view>

#include "shared/checklist/model/local_text.h"

namespace plumb::mobile {

inline QString qs(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
inline std::string ss(const QString& text) {
    return text.toStdString();
}

// In the app's language ("zh" or "en").
inline QString qs(const checklist::LocalText& text, const QString& language) {
    return qs(text.in(ss(language)));
}

// "1.4 MB", by the locale.
QString bytesText(quint64 bytes);

}  // namespace plumb::mobile
