#include "mobile/ui/text_rule.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "shared/checklist/evaluate/value_text.h"
#include "shared/store/inspection_sign.h"
#include "shared/store/tuning.h"

namespace plumb::mobile {

namespace {

constexpr int kMostBytes = 3;  // of a character; one of two halves has four
constexpr int kNear = 5;       // the last fifth of what fits is told

QString say(const char* text) {
    return QCoreApplication::translate("TextRule", text);
}

// In UTF-8, where half a pair counts as the three bytes that would stand for it.
qsizetype bytesOf(const QString& text) {
    qsizetype bytes = 0;
    for (const QChar c : text) bytes += c.unicode() < 0x80 ? 1 : c.unicode() < 0x800 || c.isSurrogate() ? 2 : 3;
    return bytes;
}

bool isHalf(const QString& text, qsizetype at) {
    const QChar c = text.at(at);
    if (c.isHighSurrogate()) return at + 1 >= text.size() || !text.at(at + 1).isLowSurrogate();
    return c.isLowSurrogate() && (at == 0 || !text.at(at - 1).isHighSurrogate());
}

bool isControl(QChar c) {
    const auto code = c.unicode();
    return (code < 0x20 && code != '\n' && code != '\t') || code == 0x7F;
}

// Embeddings, overrides and isolates. Marks (U+200E, U+200F, U+061C) belong to texts that are written from the right.
bool turnsDirection(QChar c) {
    const auto code = c.unicode();
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

QString codePoint(QChar c) {
    return QStringLiteral("U+%1").arg(QString::number(c.unicode(), 16).toUpper(), 4, u'0');
}

// Characters as people count them, as far as a number needs it: a pair is one.
qsizetype placeOf(const QString& text, qsizetype at) {
    qsizetype place = 1;
    for (qsizetype i = 0; i < at; ++i) place += text.at(i).isLowSurrogate() ? 0 : 1;
    return place;
}

}  // namespace

QString textProblem(const QString& text, qsizetype most) {
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const char* why =
            isHalf(text, i) ? QT_TRANSLATE_NOOP("TextRule", "第 %1 个字符（%2）只有一半，存不了。请去掉后重新输入。")
            : isControl(c) ? QT_TRANSLATE_NOOP("TextRule", "第 %1 个字符（%2）是看不见的控制字符，存不了。请去掉。")
            : turnsDirection(c)
                ? QT_TRANSLATE_NOOP("TextRule",
                                    "第 %1 个字符（%2）会改变后面文字的方向，签名的内容就和看到的不同。请去掉。")
                : nullptr;
        if (why) return say(why).arg(QLocale().toString(placeOf(text, i)), codePoint(c));
    }
    const auto over = bytesOf(text) - most;
    if (over <= 0) return {};
    return say(QT_TRANSLATE_NOOP("TextRule", "太长：最多约 %1 个字，请删去约 %2 个字。"))
        .arg(lettersText(most), lettersText(over));
}

QString lettersText(qsizetype bytes) {
    // How many bytes a letter of the language has.
    const auto each = std::max(1, say(QT_TRANSLATE_NOOP("TextRule", "3")).toInt());
    return QLocale().toString((bytes + each - 1) / each);
}

QString cleanedText(const QString& text) {
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'\r' && (i + 1 >= text.size() || text.at(i + 1) != u'\n')) {
            out.append(u'\n');
        } else if (!isHalf(text, i) && !isControl(c) && !turnsDirection(c)) {
            out.append(c);
        }
    }
    return out;
}

int TextRule::text() const {
    return static_cast<int>(checklist::kMaxAnswerBytes);
}

int TextRule::name() const {
    return static_cast<int>(store::kMaxNameBytes);
}

QString TextRule::room(const QString& text, int most) const {
    // A character has at most three bytes: a short text needs no counting.
    if (text.size() * kMostBytes < most - most / kNear) return {};
    const auto left = most - bytesOf(text);
    if (left < 0 || left > most / kNear) return {};
    return say(QT_TRANSLATE_NOOP("TextRule", "还可写约 %1 个字")).arg(lettersText(left));
}

}  // namespace plumb::mobile
