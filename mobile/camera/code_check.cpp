#include "mobile/camera/code_check.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>
#include <algorithm>

#include "mobile/ui/sentences.h"
#include "mobile/ui/text.h"
#include "shared/domain/credit_code.h"
#include "shared/domain/ear_tag.h"

namespace plumb::mobile {

namespace {

constexpr int kLongestTrace = 512;  // characters; a QR code of an ordinary label holds less

bool appears(const QString& appearance, QLatin1String how) {
    return appearance.split(u' ', Qt::SkipEmptyParts).contains(how);
}

// What in a link has the form that is wanted: labels print the link of a page that shows the code.
QString within(const QString& read, const QRegularExpression& form) {
    const auto found = form.match(read);
    return found.hasMatch() ? found.captured(1) : read;
}

bool isLink(const QString& read) {
    return read.contains(QLatin1String("://"));
}

}  // namespace

CodeKind codeKindOf(const QString& appearance, const QString& label) {
    if (appears(appearance, QLatin1String("ear-tag"))) return CodeKind::earTag;
    if (appears(appearance, QLatin1String("credit-code"))) return CodeKind::creditCode;
    if (appears(appearance, QLatin1String("trace-code"))) return CodeKind::trace;
    if (label.contains(QStringLiteral("耳标"))) return CodeKind::earTag;
    if (label.contains(QStringLiteral("信用代码"))) return CodeKind::creditCode;
    if (label.contains(QStringLiteral("追溯码"))) return CodeKind::trace;
    return CodeKind::any;
}

QString codeText(CodeKind kind, const QString& read) {
    static const QRegularExpression tag(QStringLiteral("(?<![0-9])([0-9]{15})(?![0-9])"));
    static const QRegularExpression credit(QStringLiteral("(?<![0-9A-Za-z])([0-9A-Za-z]{18})(?![0-9A-Za-z])"));
    QString text = read.trimmed();
    switch (kind) {
        case CodeKind::earTag:
            if (isLink(text)) return within(text, tag);
            return text.remove(u' ').remove(u'-');
        case CodeKind::creditCode:
            return (isLink(text) ? within(text, credit) : text.remove(u' ')).toUpper();
        case CodeKind::trace:
        case CodeKind::any:
            break;
    }
    return text;
}

QString codeProblem(CodeKind kind, const QString& text) {
    if (text.trimmed().isEmpty()) return {};
    switch (kind) {
        case CodeKind::earTag: {
            const auto tag = domain::parseEarTag(ss(text));
            return tag ? QString() : sentenceFor(tag.error());
        }
        case CodeKind::creditCode: {
            const auto code = domain::parseCreditCode(ss(text));
            return code ? QString() : sentenceFor(code.error());
        }
        case CodeKind::trace: {
            const bool odd = std::any_of(text.begin(), text.end(), [](QChar c) { return !c.isPrint(); });
            if (odd || text.size() > kLongestTrace)
                return QCoreApplication::translate("Codes", "这不像追溯码：太长，或者有印不出来的字符。");
            return {};
        }
        case CodeKind::any:
            break;
    }
    return {};
}

}  // namespace plumb::mobile
