#include "mobile/check/check_fields.h"

#include <QCoreApplication>
#include <algorithm>

#include "mobile/check/check_codes.h"
#include "mobile/check/field_kind.h"
#include "mobile/ui/answer_text.h"
#include "mobile/ui/text.h"

namespace plumb::mobile {

namespace {

using checklist::QuestionType;
using Line = checklist::ItemRow;

// More instances than these are folded, all but one.
constexpr std::uint32_t kMostOpenInstances = 4;
// What the head of a folded instance tells of it.
constexpr int kSummaryValues = 3;
constexpr int kWidestInOneLine = 16;

QString say(const char* text) {
    return QCoreApplication::translate("CheckFields", text);
}

// "farm[1]/plots[2]" → "farm[1]/plots"
std::string repeatOf(const std::string& instance) {
    return instance.substr(0, instance.rfind('['));
}

// In halves of a Chinese character.
int widthOf(const QString& text) {
    return static_cast<int>(text.size() + std::ranges::count_if(text, [](QChar c) { return c.unicode() >= 0x2E80; }));
}

bool standsIn(const std::string& key, const std::string& instance) {
    return key.size() > instance.size() && key.starts_with(instance) && key[instance.size()] == '/';
}

// Measured values stand side by side; which of them share lines is counted here, so that the view only has to divide
// its width.
void countRuns(std::vector<QuestionRow>& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].whole) continue;
        const bool follows = i > 0 && !rows[i - 1].whole && rows[i - 1].depth == rows[i].depth;
        rows[i].run = follows ? rows[i - 1].run + 1 : 0;
        rows[i].runEnds = i + 1 == rows.size() || rows[i + 1].whole || rows[i + 1].depth != rows[i].depth;
    }
}

// The file that media name, by the hash under which it came with the checklist; `later` is preferred to `first`.
QString attachedOf(const checklist::Checklist& list, const checklist::Media& media, const QString& language,
                   std::string_view first, std::string_view later = {}) {
    QString found;
    for (const auto& [kind, files] : media) {
        if (kind != first && kind != later) continue;
        const auto file = list.attachments.find(files.in(ss(language)));
        if (file != list.attachments.end() && (found.isEmpty() || kind == later)) found = qs(file->second.hex());
    }
    return found;
}

// What stands beside a label, of a question or of a choice.
template <class Row>
void addMedia(Row& row, const checklist::Checklist& list, const checklist::Media& media, const QString& language) {
    row.picture = attachedOf(list, media, language, "image", "big-image");
    row.sound = attachedOf(list, media, language, "audio");
    row.film = attachedOf(list, media, language, "video");
}

void addSaid(QuestionRow& row, const checklist::Question& question, const std::map<std::string, std::string>& said,
             const QString& language) {
    const auto known = said.find(ss(row.id));
    if (known != said.end() && question.isInput()) row.said = answerText(question, known->second, language);
}

}  // namespace

QString choiceText(const std::vector<std::pair<std::string, checklist::LocalText>>& choices, const std::string& value,
                   const QString& language) {
    QStringList out;
    for (const auto& name : qs(value).split(u' ', Qt::SkipEmptyParts)) {
        const auto found = std::ranges::find(choices, ss(name), &std::pair<std::string, checklist::LocalText>::first);
        out.append(found == choices.end() ? name : qs(found->second, language));
    }
    return out.join(language == QLatin1String("zh") ? QStringLiteral("、") : QStringLiteral(", "));
}

bool CheckFields::isFolded(const Line& instance) const {
    if (instance.instances <= kMostOpenInstances) return false;
    const auto open = m_open.find(repeatOf(instance.key));
    return instance.instance != (open == m_open.end() ? 1 : open->second);
}

void CheckFields::toggleInstance(const std::string& instance) {
    const auto number =
        static_cast<std::uint32_t>(std::strtoul(instance.c_str() + instance.rfind('[') + 1, nullptr, 10));
    const auto [open, fresh] = m_open.try_emplace(repeatOf(instance), 1);
    open->second = open->second == number ? 0 : number;
}

void CheckFields::openWayTo(const std::string& key) {
    for (auto end = key.find(']'); end != std::string::npos; end = key.find(']', end + 1)) {
        const auto begin = key.rfind('[', end);
        m_open[key.substr(0, begin)] = static_cast<std::uint32_t>(std::strtoul(key.c_str() + begin + 1, nullptr, 10));
    }
}

void CheckFields::show(const checklist::Session& session, const checklist::Item& item, const CheckRefusals& refusals,
                       const std::map<std::string, std::string>* said, const QString& language) {
    const QString wanted = qs(item.id) + u'/' + language;
    std::map<std::string, std::unique_ptr<Rows<ChoiceRow>>> old;
    if (m_choicesFor != wanted) {
        old.swap(m_choices);  // kept until the rows that point at them are gone
        m_labels.clear();
    }
    m_choicesFor = wanted;

    std::vector<QuestionRow> rows;
    std::optional<std::size_t> folded;  // the head of the instance that is passed over
    int summed = 0;
    for (const auto& line : session.rows(item.id)) {
        if (folded && line.depth > rows[*folded].depth) {
            if (line.kind != Line::Kind::question || summed >= kSummaryValues) continue;
            const auto field = fieldOf(session, item, line, language);
            if (field.value.isEmpty() || field.kind == QLatin1String("note")) continue;
            QString value = field.label + u' ' + field.words;
            if (!field.unit.isEmpty()) value += u' ' + field.unit;
            auto& words = rows[*folded].words;
            words += (words.isEmpty() ? QString() : QStringLiteral(" · ")) + value;
            ++summed;
            continue;
        }
        folded.reset();
        if (line.kind != Line::Kind::question) {
            if (line.kind == Line::Kind::repeat && line.counted) continue;  // nobody adds
            rows.push_back(headOf(session, line, language));
            if (line.kind == Line::Kind::group && rows.back().label.isEmpty()) rows.pop_back();
            if (line.kind == Line::Kind::instance && rows.back().folded) {
                folded = rows.size() - 1;
                summed = 0;
            }
            continue;
        }
        auto field = fieldOf(session, item, line, language);
        if (const auto* refused = refusals.find(Refusal::Kind::answer, line.key)) {
            field.value = refused->text;
            field.problem = refused->sentence();
        }
        if (said) addSaid(field, *session.checklist().question(line.question), *said, language);
        if (!field.kind.isEmpty()) rows.push_back(std::move(field));
    }
    const auto missing = session.item(item.id).missing;
    for (auto& row : rows) {
        if (!row.folded) continue;
        const auto lacks = std::ranges::count_if(missing, [instance = ss(row.id)](const checklist::Missing& lack) {
            return standsIn(lack.question, instance);
        });
        if (lacks > 0) row.problem = say(QT_TRANSLATE_NOOP("CheckFields", "缺 %1 处")).arg(lacks);
    }
    countRuns(rows);
    m_rows.set(std::move(rows));
}

QuestionRow CheckFields::headOf(const checklist::Session& session, const Line& line, const QString& language) const {
    QuestionRow row;
    row.id = qs(line.key);
    row.depth = line.depth;
    row.whole = true;
    const bool instance = line.kind == Line::Kind::instance;
    const auto* question = session.checklist().question(line.question);
    row.label = qs(session.question(instance ? repeatOf(line.key) : line.key).label, language);
    row.hint = instance ? QString() : qs(question->hint, language);
    row.fixed = line.counted;
    if (line.kind == Line::Kind::group) {
        row.kind = QStringLiteral("group");
        return row;
    }
    if (row.label.isEmpty()) row.label = say(QT_TRANSLATE_NOOP("CheckFields", "组"));
    row.kind = instance ? QStringLiteral("copy") : QStringLiteral("add");
    if (instance) {
        row.label = say(QT_TRANSLATE_NOOP("CheckFields", "%1 %2")).arg(row.label).arg(line.instance);
        row.foldable = line.instances > kMostOpenInstances;
        row.folded = isFolded(line);
    } else {
        row.label = say(QT_TRANSLATE_NOOP("CheckFields", "添加%1")).arg(row.label);
    }
    return row;
}

QuestionRow CheckFields::fieldOf(const checklist::Session& session, const checklist::Item& item, const Line& line,
                                 const QString& language) {
    const auto& list = session.checklist();
    const auto index = list.questionIndex(line.question);
    const auto& question = list.questions[*index];
    const auto state = session.question(line.key);
    const bool form = question.form != nullptr;
    QuestionRow row;
    row.label = qs(state.label, language);
    if (question.type == QuestionType::calculate && row.label.isEmpty()) return row;  // only others read it
    row.id = qs(line.key);
    row.kind = fieldKind(question);
    row.depth = line.depth;
    if (row.label.isEmpty()) row.label = qs(question.id);
    row.hint = qs(question.hint, language);
    row.guidance = form ? qs(question.form->guidance, language) : QString();
    if (form) addMedia(row, list, question.form->media, language);
    row.unit = qs(question.unit, language);
    row.value = fieldText(question, state.value);
    row.words = row.value;
    row.pictures = question.type == QuestionType::image;
    row.sounds = question.type == QuestionType::audio;
    row.films = question.type == QuestionType::video;
    row.optional = !state.required && question.isInput();
    row.last = question.isInput() ? answerText(question, state.previous, language) : QString();
    row.judges = item.rule.choice == index;
    const QString limits = qs(state.limits, language);
    if (!limits.isEmpty())
        row.hint = state.judged == checklist::Judged::none
                       ? say(QT_TRANSLATE_NOOP("CheckFields", "限值 %1")).arg(limits)
                   : state.judged == checklist::Judged::within
                       ? say(QT_TRANSLATE_NOOP("CheckFields", "✓ 在限值内（%1）")).arg(limits)
                       : say(QT_TRANSLATE_NOOP("CheckFields", "▲ 超出限值（%1）")).arg(limits);
    row.tone = state.judged == checklist::Judged::within    ? QStringLiteral("pass")
               : state.judged == checklist::Judged::outside ? QStringLiteral("fail")
                                                            : QString();
    if (!state.valid) row.problem = qs(state.problem, language);
    // A code that carries its own check, typed or scanned: a bad one is said and not refused, since animals do wear
    // tags that were issued wrong.
    if (row.problem.isEmpty()) row.problem = codeProblem(codeKindOf(question), row.value);
    if (question.type == QuestionType::range) setRange(row, question.form ? question.form->parameters : "");
    addChoices(row, session, question, language);
    if (state.readOnly && row.kind != QLatin1String("note")) {
        row.kind = QStringLiteral("shown");
        row.value = row.words;
        row.choices = nullptr;
        row.optional = false;
    }
    // What is longer than a number must wrap.
    if (row.kind == QLatin1String("shown") && widthOf(row.value) > kWidestInOneLine) row.kind = QStringLiteral("told");
    row.whole = takesWholeWidth(row.kind);
    return row;
}

void CheckFields::addChoices(QuestionRow& row, const checklist::Session& session, const checklist::Question& question,
                             const QString& language) {
    const bool chosen = row.kind == QLatin1String("one") || row.kind == QLatin1String("many");
    const bool searched = row.kind == QLatin1String("pick") || row.kind == QLatin1String("picks");
    if (!chosen && !searched && row.kind != QLatin1String("rank")) return;
    const std::string key = ss(row.id), value = ss(row.value);
    if (searched && question.form && !question.form->file.empty()) {
        row.words = labelsOf(session, question, key, value, language);
        return;
    }
    auto offered = session.choices(key);
    row.words = choiceText(offered, value, language);
    if (searched) return;
    if (!row.value.isEmpty() && row.kind == QLatin1String("rank")) {
        const auto order = row.value.split(u' ', Qt::SkipEmptyParts);
        const auto place = [&](const auto& choice) {
            const auto at = order.indexOf(qs(choice.first));
            return at < 0 ? order.size() : at;
        };
        std::ranges::stable_sort(offered, {}, place);
    }
    auto& model = m_choices[key];
    if (!model) model = std::make_unique<Rows<ChoiceRow>>();
    std::vector<ChoiceRow> rows;
    for (const auto& [name, label] : offered) {
        const auto* known = question.choice(name);
        ChoiceRow choice;
        choice.id = qs(name);
        choice.label = qs(label, language);
        if (known && known->verdict) choice.verdict = qs(checklist::verdictName(*known->verdict));
        if (known) addMedia(choice, session.checklist(), known->media, language);
        rows.push_back(std::move(choice));
    }
    model->set(std::move(rows));
    row.choices = model.get();
}

// A file may have a hundred thousand of them: what was looked up once is kept.
QString CheckFields::labelsOf(const checklist::Session& session, const checklist::Question& question,
                              const std::string& key, const std::string& value, const QString& language) {
    if (value.empty()) return {};
    const auto [label, fresh] = m_labels.try_emplace(question.id + ' ' + value);
    if (fresh) label->second = choiceText(session.choices(key), value, language);
    return label->second;
}

QString CheckFields::judgingQuestion() const {
    for (const auto& row : m_rows.rows())
        if (row.judges) return row.id;
    return {};
}

void CheckFields::forget() {
    m_rows.set({});
    for (auto& [key, choices] : m_choices) choices->set({});
    m_labels.clear();
    m_choicesFor.clear();
    m_open.clear();
}

}  // namespace plumb::mobile
