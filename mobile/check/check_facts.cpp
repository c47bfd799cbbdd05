#include "mobile/check/check_facts.h"

#include "mobile/ui/text.h"
#include "shared/checklist/model/facts.h"

namespace plumb::mobile {

namespace {

using Type = checklist::Fact::Type;

QString kindOf(Type type) {
    switch (type) {
        case Type::choice:
            return QStringLiteral("one");
        case Type::choices:
            return QStringLiteral("many");
        case Type::number:
            return QStringLiteral("decimal");
        case Type::text:
            return QStringLiteral("text");
    }
    return {};
}

}  // namespace

void CheckFacts::show(const checklist::Session& session, const OpenedDraft& opened, const CheckRefusals& refusals,
                      const QString& language) {
    const auto& facts = session.checklist().facts;
    std::map<std::string, std::unique_ptr<Rows<ChoiceRow>>> old;
    const QString wanted = qs(opened.draft.row.id) + qs(opened.draft.row.checklist.hex()) + language;
    if (m_choicesIn != wanted) old.swap(m_choices);  // kept until the rows that point at them are gone
    m_choicesIn = wanted;

    std::vector<QuestionRow> rows;
    QStringList known;
    m_lacking = 0;
    for (const auto& fact : facts) {
        const std::string value = session.fact(fact.id);
        QuestionRow row;
        row.id = qs(fact.id);
        row.kind = kindOf(fact.type);
        row.label = qs(fact.label, language);
        row.unit = qs(fact.unit, language);
        row.value = qs(value);
        row.optional = !fact.required;
        if (const auto* refused = refusals.find(Refusal::Kind::fact, fact.id)) {
            row.problem = refused->sentence();
            if (fact.choices.empty()) row.value = refused->text;
        }
        if (opened.previous) {
            const auto& before = opened.previous->answers.facts;
            const auto last = before.find(fact.id);
            if (last != before.end() && checklist::canonicalFact(fact, last->second))
                row.last = qs(checklist::displayFact(fact, last->second, ss(language)));
        }
        if (!fact.choices.empty()) row.choices = choicesOf(fact, language);
        if (value.empty())
            m_lacking += fact.required;
        else
            known.append(tr("%1：%2").arg(row.label, qs(checklist::displayFact(fact, value, ss(language)))));
        rows.push_back(std::move(row));
    }
    m_fields.set(std::move(rows));
    m_summary = known.join(u'\n');
    emit changed();
}

void CheckFacts::clear() {
    m_fields.set({});
    m_choices.clear();
    m_choicesIn.clear();
    m_summary.clear();
    m_lacking = 0;
    emit changed();
}

RowModel* CheckFacts::choicesOf(const checklist::Fact& fact, const QString& language) {
    auto& model = m_choices[fact.id];
    if (model) return model.get();
    model = std::make_unique<Rows<ChoiceRow>>();
    std::vector<ChoiceRow> rows;
    for (const auto& [name, label] : fact.choices)
        rows.push_back({qs(name), qs(label, language), QString(), QString()});
    model->set(std::move(rows));
    return model.get();
}

}  // namespace plumb::mobile
