#include "mobile/models/check_item.h"

#include "mobile/backend/text.h"

namespace plumb::mobile {

namespace {

using checklist::QuestionType;

QString kindOf(const checklist::Question& question) {
    if (question.calculation) return QStringLiteral("shown");
    switch (question.type) {
        case QuestionType::selectOne:
            return QStringLiteral("one");
        case QuestionType::selectMultiple:
            return QStringLiteral("many");
        case QuestionType::integer:
            return QStringLiteral("integer");
        case QuestionType::decimal:
            return QStringLiteral("decimal");
        case QuestionType::text:
            return question.multiline ? QStringLiteral("long") : QStringLiteral("text");
        case QuestionType::date:
            return QStringLiteral("date");
        case QuestionType::barcode:
            return QStringLiteral("barcode");
        case QuestionType::image:
            return QStringLiteral("image");
        case QuestionType::note:
            return QStringLiteral("note");
        case QuestionType::calculate:
            return QStringLiteral("shown");
        default:
            return QStringLiteral("text");
    }
}

// What the visit before said, as people read it; "" where it said nothing.
QString lastOf(const checklist::Question& question, const checklist::QuestionState& state, const QString& language) {
    return question.isInput() ? answerText(question, state.previous, language) : QString();
}

}  // namespace

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
    m_advisory = item.advisory;
    m_verdict = qs(checklist::verdictName(state.verdict));
    m_explanation = qs(state.explanation, source.language);
    QStringList missing;
    for (const auto& lack : state.missing) missing.append(qs(lack.sentence, source.language));
    m_missing = missing.join(u'\n');
    m_naAllowed = item.na != checklist::NaPolicy::forbidden;
    m_na = !state.naReason.empty();
    m_naReason = qs(state.naReason);
    m_note = qs(state.note);
    m_lastDay = source.lastVerdict && source.previous ? dayText(msOf(source.previous->at.utc)) : QString();
    m_lastVerdict = source.lastVerdict ? qs(checklist::verdictName(*source.lastVerdict)) : QString();
    m_photosNeeded = state.photosNeeded;
    m_hasFinding = source.finding.has_value();
    m_findingText = source.finding ? qs(source.finding->text) : QString();
    m_findingSeverity = source.finding ? qs(source.finding->severity) : QString();
    m_findingWhere = source.finding ? qs(source.finding->where) : QString();
    m_findingDue = source.finding ? qs(source.finding->due) : QString();

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
    showQuestions(source);
    emit changed();
}

void CheckItem::showQuestions(const Source& source) {
    const auto& list = source.session.checklist();
    const QString wanted = m_id + u'/' + source.language;
    std::map<std::string, std::unique_ptr<Rows<ChoiceRow>>> old;
    if (m_choicesFor != wanted) old.swap(m_choices);  // kept until the rows that point at them are gone
    m_choicesFor = wanted;

    std::vector<QuestionRow> rows;
    m_judgedByChoice = false;
    for (const std::size_t index : source.item.questions) {
        const auto& question = list.questions[index];
        if (question.repeat || question.isContainer()) continue;
        if (question.type == QuestionType::image) continue;  // photos are taken in the evidence panel
        const auto state = source.session.question(question.id);
        if (!state.relevant) continue;
        QuestionRow row;
        row.id = qs(question.id);
        row.kind = kindOf(question);
        row.label = qs(question.label, source.language);
        row.hint = qs(question.hint, source.language);
        row.unit = qs(question.unit, source.language);
        row.value = qs(state.value);
        row.optional = !state.required && question.isInput();
        row.last = lastOf(question, state, source.language);
        row.judges = source.item.rule.choice == index;
        m_judgedByChoice = m_judgedByChoice || row.judges;
        const QString limits = qs(state.limits, source.language);
        if (!limits.isEmpty())
            row.hint = state.judged == checklist::Judged::none     ? tr("限值 %1").arg(limits)
                       : state.judged == checklist::Judged::within ? tr("✓ 在限值内（%1）").arg(limits)
                                                                   : tr("▲ 超出限值（%1）").arg(limits);
        row.tone = state.judged == checklist::Judged::within    ? QStringLiteral("pass")
                   : state.judged == checklist::Judged::outside ? QStringLiteral("fail")
                                                                : QString();
        if (!state.valid) row.problem = qs(state.problem, source.language);
        if (!question.choices.empty()) row.choices = choicesOf(question, source.language);
        rows.push_back(std::move(row));
    }
    m_questions.set(std::move(rows));
}

RowModel* CheckItem::choicesOf(const checklist::Question& question, const QString& language) {
    auto& model = m_choices[question.id];
    if (model) return model.get();
    model = std::make_unique<Rows<ChoiceRow>>();
    std::vector<ChoiceRow> rows;
    for (const auto& choice : question.choices)
        rows.push_back({qs(choice.name), qs(choice.label, language),
                        choice.verdict ? qs(checklist::verdictName(*choice.verdict)) : QString()});
    model->set(std::move(rows));
    return model.get();
}

QString CheckItem::judgingQuestion() const {
    for (const auto& row : m_questions.rows())
        if (row.judges) return row.id;
    return {};
}

}  // namespace plumb::mobile
