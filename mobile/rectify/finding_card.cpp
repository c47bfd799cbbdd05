#include "mobile/rectify/finding_card.h"

#include "mobile/rectify/case_words.h"
#include "mobile/ui/due_days.h"
#include "mobile/ui/text.h"

namespace plumb::mobile {

CardRow cardOf(const store::ListedFinding& finding, const QString& no, Day today) {
    CardRow row;
    row.id = qs(finding.inspection) + u'/' + qs(finding.finding.item);
    row.kind = QStringLiteral("finding");
    row.title = no + QStringLiteral("  ") + qs(finding.finding.text);
    row.subtitle = qs(finding.siteName);
    if (!finding.number.empty()) row.subtitle += QStringLiteral(" · ") + qs(finding.number);
    row.leftText = severityWord(finding.finding.severity) + QStringLiteral(" · ") + stateWord(finding.finding);
    row.edge = stateTone(finding.finding);
    if (finding.finding.due && records::isWithEnterprise(finding.finding.state)) {
        row.rightText = leftText(*finding.finding.due, today);
        row.rightTone = leftTone(*finding.finding.due, today);
        if (row.rightTone == QLatin1String("fail")) row.edge = row.rightTone;
        if (row.rightTone.isEmpty()) row.rightText += QStringLiteral(" · ") + qs(dayText(*finding.finding.due)).mid(5);
    }
    return row;
}

QString caseIdOf(const QString& card) {
    return card.left(card.indexOf(u'/'));
}
QString itemOf(const QString& card) {
    return card.mid(card.indexOf(u'/') + 1);
}

}  // namespace plumb::mobile
