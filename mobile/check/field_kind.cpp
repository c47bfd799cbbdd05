#include "mobile/check/field_kind.h"

#include <QRegularExpression>
#include <algorithm>
#include <cmath>

#include "mobile/ui/text.h"

namespace plumb::mobile {

using checklist::Question;
using checklist::QuestionType;

namespace {

bool appears(const Question& question, const char* how) {
    return question.form && qs(question.form->appearance).split(u' ', Qt::SkipEmptyParts).contains(QLatin1String(how));
}

bool isSearched(const Question& question) {
    return question.choices.size() > kMostButtons || (question.form && !question.form->file.empty()) ||
           appears(question, "minimal") || appears(question, "autocomplete");
}

int decimalsOf(const QString& number) {
    const auto point = number.indexOf(u'.');
    return point < 0 ? 0 : static_cast<int>(number.size() - point - 1);
}

}  // namespace

QString fieldKind(const Question& question) {
    if (question.calculation && !question.isTriggered()) return QStringLiteral("shown");
    switch (question.type) {
        case QuestionType::selectOne:
            return isSearched(question) ? QStringLiteral("pick") : QStringLiteral("one");
        case QuestionType::selectMultiple:
            return isSearched(question) ? QStringLiteral("picks") : QStringLiteral("many");
        case QuestionType::integer:
            return QStringLiteral("integer");
        case QuestionType::decimal:
            return QStringLiteral("decimal");
        case QuestionType::text:
            return question.multiline || appears(question, "multiline") ? QStringLiteral("long")
                   : appears(question, "numbers")                       ? QStringLiteral("digits")
                                                                        : QStringLiteral("text");
        case QuestionType::date:
            return QStringLiteral("date");
        case QuestionType::time:
            return QStringLiteral("time");
        case QuestionType::dateTime:
            return QStringLiteral("moment");
        case QuestionType::barcode:
            return QStringLiteral("barcode");
        case QuestionType::geopoint:
            return QStringLiteral("place");
        case QuestionType::geotrace:
        case QuestionType::geoshape:
            return QStringLiteral("places");
        case QuestionType::range:
            return QStringLiteral("range");
        case QuestionType::rank:
            return QStringLiteral("rank");
        case QuestionType::acknowledge:
            return QStringLiteral("tick");
        case QuestionType::image:
        case QuestionType::audio:
        case QuestionType::video:
        case QuestionType::file:
            return QStringLiteral("files");
        case QuestionType::note:
            return QStringLiteral("note");
        case QuestionType::calculate:
            return QStringLiteral("shown");
        case QuestionType::hidden:
        case QuestionType::metadata:
        case QuestionType::group:
        case QuestionType::repeat:
            break;  // these are no fields
    }
    return {};
}

bool takesWholeWidth(const QString& kind) {
    // A code has up to 18 characters and its button beside it.
    static const QStringList narrow{QStringLiteral("integer"), QStringLiteral("decimal"), QStringLiteral("digits"),
                                    QStringLiteral("text"),    QStringLiteral("date"),    QStringLiteral("time"),
                                    QStringLiteral("shown")};
    return !narrow.contains(kind);
}

void setRange(QuestionRow& row, const std::string& parameters) {
    const QString text = qs(parameters);
    const auto read = [&](const char* name, const char* otherwise) {
        const QRegularExpression wanted(QStringLiteral("\\b%1\\s*=\\s*(-?[0-9.]+)").arg(QLatin1String(name)));
        const auto found = wanted.match(text);
        return found.hasMatch() ? found.captured(1) : QString::fromLatin1(otherwise);
    };
    const QString from = read("start", "1"), to = read("end", "10"), step = read("step", "1");
    row.from = from.toDouble();
    row.to = to.toDouble();
    row.step = std::abs(step.toDouble()) > 0 ? std::abs(step.toDouble()) : 1;
    row.decimals = std::max({decimalsOf(from), decimalsOf(to), decimalsOf(step)});
}

}  // namespace plumb::mobile
