#include "mobile/check/check_item.h"

#include "mobile/check/check_rows.h"
#include "mobile/ui/answer_text.h"
#include "mobile/ui/document_kind.h"
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
        standards.push_back({QString::number(standards.size()), text, reference.force == checklist::Force::mandatory,
                             qs(reference.ref)});
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
    std::vector<PhotoRow> sounds;
    for (const auto& document : source.documents) {
        if (document.item != item.id) continue;
        if (document.type.starts_with("audio/")) {
            sounds.push_back({qs(document.sha256.hex()), {}, documentWords(document), bytesText(document.size), {}});
            continue;
        }
        const QString hash = qs(document.sha256.hex()), kind = documentKind(document.type);
        // Of a PDF the first page is seen.
        photos.push_back({hash, kind == QLatin1String("PDF") ? QStringLiteral("image://sealed/") + hash : QString(),
                          documentWords(document), bytesText(document.size), kind});
    }
    m_photos.set(std::move(photos));
    m_sounds.set(std::move(sounds));
    showAssessed(source);
    const bool beside = source.assessed && source.assessedShown;
    m_fields.show(source.session, item, source.refusals, beside ? &source.assessed->says.answers.values : nullptr,
                  source.language);
    m_judgedByChoice = !m_fields.judgingQuestion().isEmpty();
    emit changed();
}

void CheckItem::showAssessed(const Source& source) {
    m_selfVerdict.clear();
    m_selfPoints.clear();
    m_selfNote.clear();
    const auto* outcome = source.assessed ? source.assessed->says.score.item(source.item.id) : nullptr;
    m_selfKnown = outcome != nullptr;
    if (!outcome || !source.assessedShown) return;
    const auto& answers = source.assessed->says.answers;
    m_selfVerdict = qs(checklist::verdictName(outcome->verdict));
    if (outcome->max > 0)
        m_selfPoints = QStringLiteral("%1 / %2").arg(pointsText(outcome->points), pointsText(outcome->max));
    if (const auto note = answers.notes.find(source.item.id); note != answers.notes.end())
        m_selfNote = qs(note->second);
    if (const auto na = answers.na.find(source.item.id); na != answers.na.end()) m_selfNote = qs(na->second);
}

QString documentWords(const store::AttachedFile& document) {
    // The name stays on the device that attached it.
    return document.name.empty() ? bytesText(document.size)
                                 : QStringLiteral("%1 · %2").arg(qs(document.name), bytesText(document.size));
}

void CheckItem::forget() {
    for (QString* text : {&m_id,         &m_no,          &m_text,        &m_guidance,        &m_points,
                          &m_force,      &m_verdict,     &m_explanation, &m_missing,         &m_naReason,
                          &m_note,       &m_noteProblem, &m_selfVerdict, &m_selfPoints,      &m_selfNote,
                          &m_lastDay,    &m_lastVerdict, &m_findingText, &m_findingSeverity, &m_findingWhere,
                          &m_findingDue, &m_findingDone})
        text->clear();
    for (bool* said : {&m_key, &m_veto, &m_advisory, &m_naAllowed, &m_na, &m_judgedByChoice, &m_hasFinding,
                       &m_findingCorrected, &m_mustClose, &m_selfKnown})
        *said = false;
    m_findingBefore.clear();
    m_photoCount = m_photosNeeded = 0;
    m_standards.set({});
    m_fields.forget();
    m_photos.set({});
    m_sounds.set({});
    emit changed();
}

}  // namespace plumb::mobile
