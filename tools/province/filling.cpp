#include "tools/province/filling.h"

#include <algorithm>

#include "shared/checklist/session/session.h"
#include "shared/store/draft_audit_trail.h"
#include "shared/store/inspection_draft.h"

namespace plumb::province {
namespace {

using checklist::Verdict;

// One filling under way: the session, and the moment of the next tap.
class Filler {
  public:
    Filler(const FillRequest& request, Random& random, checklist::Answers initial = {},
           checklist::SessionOptions options = {})
        : m_request(request),
          m_random(random),
          m_now(request.begin),
          m_session(makeSession(std::move(initial), std::move(options))) {
        const auto items = std::max<std::size_t>(1, document().items.size());
        m_step = (request.end - request.begin) / static_cast<std::int64_t>(items * 3);
    }

    void answerAll() {
        for (const auto& [fact, value] : m_request.facts) {
            if (document().factIndex(fact)) took(m_session.setFact(fact, value), fact);
        }
        // As they stand in the document: what is asked may hang on answers before it.
        for (const auto& item : document().items) {
            const auto state = m_session.item(item.id);
            if (state.relevant && state.asked) answer(item);
        }
    }
    void note(const std::string& item, const std::string& text) {
        tap();
        took(m_session.setNote(item, text), item);
    }
    Filled finish(std::map<std::string, int> photos) {
        m_now = m_request.end;
        if (const auto missing = m_session.missing(); !missing.empty()) {
            std::string list = document().id + " is not filled:";
            for (const auto& one : missing)
                list += "\n  " + one.item + " " + one.question + ": " + std::string(one.sentence.in("zh"));
            throw std::runtime_error(list);
        }
        Filled out;
        out.finished = {m_request.end, kZone};
        out.photos = std::move(photos);
        auto& body = out.body;
        body.kind = m_request.kind;
        body.checklist = {document().id, document().version, Sha256::fromHex(m_request.sha256).value()};
        body.started = {m_started, kZone};
        body.finished = out.finished;
        body.answers = m_session.answersToSign();
        body.score = checklist::statedOf(m_session.score());
        for (const auto& finding : m_session.findings()) body.findings.push_back(store::offeredFinding(finding));
        // What was taken over is told as well, as it is where a tablet signs.
        out.trail = store::trailLeadingTo(m_session.trail(), body.answers, out.photos, out.finished);
        body.trail = out.trail.sha256();
        return out;
    }
    std::map<std::string, int> photos;
    void recheck() { m_again = true; }
    void startedAt(TimePoint at) { m_started = at; }

  private:
    const checklist::Checklist& document() const { return *m_request.book->document; }

    checklist::Session makeSession(checklist::Answers initial, checklist::SessionOptions options) {
        m_started = m_request.begin;
        options.monotonic = [this] { return std::chrono::milliseconds(m_now - m_request.begin); };
        return {m_request.book->document,
                [this] {
                    return Instant{m_now, kZone};
                },
                std::move(initial), std::move(options)};
    }
    void tap() {
        const auto wait = std::chrono::milliseconds(m_random.between(m_step.count() / 3, m_step.count() * 5 / 3));
        m_now = std::min(m_now + wait, m_request.end - std::chrono::seconds(20));
        m_session.setPosition(checklist::Position{
            std::llround((m_request.latitude + m_random.between(-0.0006, 0.0006)) * 1e7),
            std::llround((m_request.longitude + m_random.between(-0.0008, 0.0008)) * 1e7), m_random.between(300, 900)});
    }
    template <class R>
    void took(const R& result, const std::string& what) {
        if (!result) throw std::runtime_error(document().id + " " + what + ": " + result.error().detail);
    }
    [[nodiscard]] std::string expand(const std::string& text) {
        return filledIn(text, {localDay(m_request.end), m_request.county, m_answered}, m_random);
    }
    const ItemBook& bookOf(const std::string& item) const {
        static const ItemBook nothing;
        const auto found = m_request.book->items.find(item);
        return found == m_request.book->items.end() ? nothing : found->second;
    }
    void set(const std::string& key, const std::string& value) {
        tap();
        m_answered[key] = value;
        took(m_session.setAnswer(key, value), key + " = \"" + value + "\"");
    }

    void answer(const checklist::Item& item) {
        auto wanted = m_request.deserved(item);
        const auto& book = bookOf(item.id);
        if (!m_again && m_random.chance(book.naShare / 100.0)) {
            tap();
            return took(m_session.setNotApplicable(item.id, m_random.pick(book.naReasons)), item.id);
        }
        auto ways = book.ways.find(wanted);
        // Where there is no such way, the next worse one; what is only recorded has but one.
        for (const auto other : {Verdict::fail, Verdict::part, Verdict::pass})
            if (ways == book.ways.end()) ways = book.ways.find(other);
        if (ways != book.ways.end()) {
            for (const auto& [key, text] : m_random.pick(ways->second)) put(key, expand(text));
        }
        for (const auto index : item.questions) answerPlain(document().questions[index], item, wanted, book);
        complete(item, book);
    }
    // "tags" = "3" is three instances.
    void put(const std::string& key, const std::string& value) {
        const auto* question = document().question(key);
        if (!question || question->type != checklist::QuestionType::repeat) return set(key, value);
        m_answered[key] = value;
        const auto held = m_session.answers().values;
        const auto now = held.find(key);
        for (int have = now == held.end() ? 1 : std::stoi(now->second), want = std::stoi(value); have < want; ++have) {
            tap();
            took(m_session.addInstance(key), key);
        }
    }
    // What no way of the book says: choices that carry a verdict, and words beside them.
    void answerPlain(const checklist::Question& question, const checklist::Item& item, Verdict wanted,
                     const ItemBook& book) {
        if (!question.isAsked() || question.repeat || m_answered.contains(question.id)) return;
        const auto state = m_session.question(question.id);
        if (!state.relevant || !state.required) return;
        if (question.type == checklist::QuestionType::selectOne) return set(question.id, choiceFor(question, wanted));
        if (question.type == checklist::QuestionType::selectMultiple)
            return set(question.id, m_random.pick(question.choices).name);
        if (question.type == checklist::QuestionType::image) return set(question.id, m_request.takePicture(item.id));
        if (question.type != checklist::QuestionType::text)
            throw std::runtime_error(document().id + ": the book says nothing for " + question.id);
        const bool good = m_session.item(item.id).verdict == Verdict::pass || wanted == Verdict::pass;
        const auto& texts = good ? book.proof : book.says;
        if (texts.empty())
            throw std::runtime_error(document().id + ": the book has no words for " + question.id +
                                     (good ? " (proof)" : " (says)"));
        set(question.id, expand(m_random.pick(texts)));
    }
    std::string choiceFor(const checklist::Question& question, Verdict wanted) {
        for (const auto verdict :
             {wanted, wanted == Verdict::part ? Verdict::fail : Verdict::part, Verdict::fail, Verdict::pass}) {
            std::vector<std::string> fitting;
            for (const auto& choice : question.choices)
                if (choice.verdict == verdict && !choice.overrules) fitting.push_back(choice.name);
            if (!fitting.empty()) return m_random.pick(fitting);
        }
        return m_random.pick(question.choices).name;
    }
    // Photos and notes that the item asks for now, and some that nobody asked for.
    void complete(const checklist::Item& item, const ItemBook& book) {
        auto state = m_session.item(item.id);
        const bool bad = state.verdict == Verdict::fail || state.verdict == Verdict::part;
        int wanted = state.photosNeeded;
        if (bad && !m_request.sparing && m_random.chance(0.25 + 0.3 * m_request.talkative)) ++wanted;
        if (wanted > 0) {
            tap();
            took(m_session.setEvidenceCount(item.id, wanted), item.id);
            photos[item.id] = wanted;
        }
        state = m_session.item(item.id);
        const bool asked = std::any_of(state.missing.begin(), state.missing.end(), [](const checklist::Missing& one) {
            return one.what == checklist::Missing::What::note;
        });
        if (!asked && !(bad && m_random.chance(0.2 * m_request.talkative))) return;
        if (book.says.empty())
            throw std::runtime_error(document().id + ": the book has no words for a note at " + item.id);
        note(item.id, expand(m_random.pick(book.says)));
    }

    const FillRequest& m_request;
    Random& m_random;
    TimePoint m_now, m_started{};
    std::chrono::milliseconds m_step{1};
    std::map<std::string, std::string> m_answered;
    bool m_again = false;
    checklist::Session m_session;
};

}  // namespace

Filled fill(const FillRequest& request, Random& random) {
    Filler filler(request, random);
    filler.answerAll();
    return filler.finish(std::move(filler.photos));
}

Filled fillAgain(const FillRequest& request, const Filled& before, const std::vector<std::string>& items,
                 Random& random) {
    checklist::SessionOptions options;
    options.trail = before.trail;
    options.photos = before.photos;
    auto initial = before.body.answers;
    initial.local = checklist::LocalDay{kZone, {}};
    Filler filler(request, random, std::move(initial), std::move(options));
    filler.startedAt(before.body.started.utc);
    for (const auto& item : items) {
        static constexpr std::string_view kWords[] = {
            "已补充说明：现场位置为东侧第二排，照片编号与台账一致。", "已补充：记录原件共三页，全部拍照上传。",
            "复核台账后补记数量与批号，其余不变。", "补充判定依据，所附照片为同一位置全景与细部。"};
        const auto old = before.body.answers.notes.find(item);
        filler.note(
            item, (old == before.body.answers.notes.end() ? "" : old->second + " ") + std::string(random.pick(kWords)));
    }
    return filler.finish(before.photos);
}

std::set<std::string> failedItems(const Filled& filled) {
    std::set<std::string> out;
    for (const auto& item : filled.body.score.items.value())
        if (item.verdict == Verdict::fail || item.verdict == Verdict::part) out.insert(item.id);
    return out;
}

Filled fillRecheck(const FillRequest& request, const Filled& before, Random& random) {
    checklist::SessionOptions options;
    options.previous = before.body.answers;
    options.recheck = true;
    const auto failed = failedItems(before);
    for (const auto& [item, count] : before.photos)
        if (!failed.contains(item)) options.photos[item] = count;
    const auto standing = options.photos;
    Filler filler(request, random, {}, std::move(options));
    filler.recheck();
    filler.photos = standing;
    filler.answerAll();
    return filler.finish(std::move(filler.photos));
}

}  // namespace plumb::province
