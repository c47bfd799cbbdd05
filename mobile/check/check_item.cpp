#include "mobile/check/check_item.h"

#include "mobile/check/check_rows.h"
#include "mobile/ui/answer_text.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"

namespace plumb::mobile {

void CheckItem::show(const Source& source) {
    const auto& item = source.item;
    const auto state = source.session.item(item.id);
    m_id = qs(item.id);
    m_no = qs(item.no);
    m_text = qs(item.text, source.language);
    m_guidance = qs(item.guidance, source.language);
    m_points = item.advisory ? QString() : pointsText(item.points);
    m_force = !item.force()                                  ? QString()
              : *item.force() == checklist::Force::mandatory ? QStringLiteral("mandatory")
                                                             : QStringLiteral("recommended");
    m_key = item.key;
    m_veto = item.veto;
    m_mustClose = source.recheck && state.asked;
    m_advisory = item.advisory;
    m_verdict = qs(checklist::verdictName(state.verdict));
    m_explanation = qs(state.explanation, source.language);
    QStringList missing;
    for (const auto& lack : state.missing) missing.append(qs(lack.sentence, source.language));
    m_missing = missing.join(u'\n');
    m_naAllowed = item.na != checklist::NaPolicy::forbidden;
    m_na = !state.naReason.empty();
    m_naReason = qs(state.naReason);
    const auto* refused = source.refusals.find(Refusal::Kind::note, item.id);
    m_note = refused ? refused->text : qs(state.note);
    m_noteProblem = refused ? refused->sentence() : QString();
    m_lastDay = source.lastVerdict && source.previous ? dayText(msOf(source.previous->at.utc)) : QString();
    m_lastVerdict = source.lastVerdict ? qs(checklist::verdictName(*source.lastVerdict)) : QString();
    m_photosNeeded = state.photosNeeded;
    m_hasFinding = source.finding.has_value();
    m_findingText = source.finding ? qs(source.finding->text) : QString();
    m_findingSeverity = source.finding ? qs(source.finding->severity) : QString();
    m_findingWhere = source.finding ? qs(source.finding->where) : QString();
    m_findingDue = source.finding ? qs(source.finding->due) : QString();
    m_findingCorrected = source.finding && source.finding->corrected;
    m_findingDone = m_findingCorrected ? qs(source.finding->corrected->done) : QString();
    m_findingBefore.clear();
    if (m_findingCorrected)
        for (const auto& photo : source.finding->corrected->before) m_findingBefore.append(qs(photo.hex()));

    std::vector<StandardRow> standards;
    for (const auto& reference : item.standards) {
        QString text = qs(reference.ref);
        if (const QString title = qs(reference.title, source.language); !title.isEmpty() && title != text)
            text += u' ' + title;
        if (!reference.clause.empty()) text += u' ' + qs(reference.clause);
        standards.push_back({QString::number(standards.size()), text, reference.force == checklist::Force::mandatory});
    }
    m_standards.set(std::move(standards));

    std::vector<PhotoRow> photos;
    for (const auto& photo : source.photos) {
        if (photo.item != item.id) continue;
        const QString hash = qs(photo.sha256.hex());
        QString caption = clockText(msOf(photo.added.utc));
        if (!photo.caption.empty()) caption += QStringLiteral(" · ") + qs(photo.caption);
        photos.push_back({hash, QStringLiteral("image://sealed/") + hash, caption, bytesText(photo.size)});
    }
    m_photoCount = static_cast<int>(photos.size());
    m_photos.set(std::move(photos));
    m_fields.show(source.session, item, source.refusals, source.language);
    m_judgedByChoice = !m_fields.judgingQuestion().isEmpty();
    emit changed();
}

}  // namespace plumb::mobile
