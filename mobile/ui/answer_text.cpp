#include "mobile/ui/answer_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include "mobile/ui/text.h"
#include "shared/checklist/evaluate/value_text.h"
#include "shared/checklist/model/points.h"

namespace plumb::mobile {

namespace {

// Seconds stand where there are some; the offset is that of the check, which people need not be told.
QString timeText(const QString& whole) {
    const QString text = whole.left(whole.indexOf(QRegularExpression(QStringLiteral("[-+Z]"))));
    return text.size() < 8 || text.mid(6, 2) == QLatin1String("00") ? text.left(5) : text.left(8);
}

}  // namespace

QString fieldText(const checklist::Question& question, const std::string& value) {
    const QString text = qs(value);
    if (question.type == checklist::QuestionType::time) return timeText(text);
    if (question.type == checklist::QuestionType::dateTime && text.size() > 11)
        return text.left(10) + u' ' + timeText(text.mid(11));
    return text;
}

QString answerText(const checklist::Question& question, const std::string& value, const QString& language) {
    using checklist::QuestionType;
    if (value.empty()) return {};
    if (question.isFiles())
        return QCoreApplication::translate("Moment", "%1 个文件").arg(qs(value).split(u' ', Qt::SkipEmptyParts).size());
    if (question.type == QuestionType::acknowledge) return QCoreApplication::translate("Moment", "已确认");
    const bool time = question.type == QuestionType::time || question.type == QuestionType::dateTime;
    const QString text = time ? fieldText(question, value) : qs(checklist::displayValue(question, value, ss(language)));
    return question.unit.empty() ? text : text + u' ' + qs(question.unit, language);
}

QString pointsText(qint64 thousandths) {
    return qs(checklist::pointsText(thousandths));
}

}  // namespace plumb::mobile
