#include "sync-server/witness/collector.h"

#include <spdlog/spdlog.h>

#include <charconv>

#include "shared/crypto/add_checkpoint.h"
#include "shared/crypto/checkpoint.h"
#include "sync-server/witness/tuning.h"

namespace plumb::server {
namespace {

constexpr std::string_view kSizeType = "text/x.tlog.size";
constexpr int kTries = 3;  // a witness that tells its size is asked again from there

tl::unexpected<Error> failed(std::string why) {
    return fail(ErrorKind::refused, "witness_refused", std::move(why));
}

std::optional<std::uint64_t> sizeIn(const WitnessAnswer& answer) {
    std::string_view text = answer.body;
    if (answer.type.substr(0, answer.type.find(';')) != kSizeType || !text.ends_with('\n')) return std::nullopt;
    text.remove_suffix(1);
    std::uint64_t out = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (code != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return out;
}

std::chrono::milliseconds waitAfter(unsigned failures) {
    auto wait = kWitnessFirstWait;
    for (unsigned i = 1; i < failures && wait < kWitnessLongestWait; ++i) wait *= 2;
    return std::min(wait, kWitnessLongestWait);
}

}  // namespace

Result<std::vector<crypto::NamedWitness>> witnessesOf(std::string_view policy) {
    const auto parsed = crypto::WitnessPolicy::parse(policy);
    if (!parsed) return fail(parsed.error());
    std::vector<crypto::NamedWitness> out;
    for (const auto& witness : parsed->witnesses()) {
        if (witness.url.empty()) continue;
        if (witness.name.find_first_of("\"\\") != std::string::npos)
            return fail(ErrorKind::malformed, "bad_policy", "a witness's name holds no quote and no backslash");
        if (!witness.url.starts_with("https://") && !witness.url.starts_with("http://"))
            return fail(ErrorKind::malformed, "bad_policy",
                        "the address of witness " + witness.name + " must begin with https:// or http://");
        out.push_back(witness);
        if (out.back().url.ends_with('/')) out.back().url.pop_back();
    }
    if (out.empty() || out.size() > kMostWitnesses)
        return fail(ErrorKind::malformed, "bad_policy",
                    "the list of witnesses names " + std::to_string(out.size()) +
                        " with an address; the server asks 1 to " + std::to_string(kMostWitnesses));
    return out;
}

Collector::Collector(CollectorPlace place, std::vector<crypto::NamedWitness> witnesses,
                     std::unique_ptr<WitnessCall> call)
    : m_place(std::move(place)), m_call(std::move(call)) {
    for (auto& witness : witnesses) {
        Witness one{std::move(witness)};
        const auto number = std::to_string(m_witnesses.size());
        one.place = std::string(3 - std::min<std::size_t>(3, number.size()), '0') + number;
        one.state.name = one.who.name;
        m_witnesses.push_back(std::move(one));
    }
    tellStates();
}

Collector::~Collector() {
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_ends.notify_all();
    m_call->cancel();
    if (m_thread.joinable()) m_thread.join();
}

void Collector::start() {
    if (!m_witnesses.empty()) m_thread = std::thread([this] { work(); });
}

void Collector::work() {
    std::unique_lock lock(m_mutex);
    while (!m_ending) {
        lock.unlock();
        try {
            step();
        } catch (const std::exception& broken) {
            spdlog::error("asking witnesses failed: {}", broken.what());
        }
        lock.lock();
        m_ends.wait_for(lock, kWitnessRound, [this] { return m_ending; });
    }
}

bool Collector::step() {
    if (!m_place.works()) return false;
    const auto head = m_place.head.get();
    if (head->size == 0) return false;
    const auto now = m_place.clock().utc;
    std::vector<Witness*> due;
    for (auto& witness : m_witnesses) {
        const bool again = witness.note != head->note || now - witness.cosigned >= kCosignAgain;
        if (again && now >= witness.due) due.push_back(&witness);
    }
    if (due.empty()) return false;
    m_place.cosigned.begin(head);
    std::vector<std::thread> asking;
    for (auto* witness : due) asking.emplace_back([this, witness, head] { ask(*witness, head); });
    for (auto& thread : asking) thread.join();
    m_place.cosigned.end(m_place.clock().utc);
    m_place.ended();
    tellStates();
    return true;
}

void Collector::ask(Witness& witness, const HeadPtr& head) {
    Result<void> done;
    try {
        done = cosign(witness, *head);
    } catch (const std::exception& broken) {
        done = failed(broken.what());
    }
    const auto now = m_place.clock().utc;
    if (done) {
        if (witness.failed > 0) spdlog::info("witness {} cosigns again", witness.who.name);
        witness.failed = 0;
        witness.note = head->note;
        witness.cosigned = witness.state.at = now;
        witness.state.size = head->size;
        witness.state.error.clear();
        return;
    }
    ++witness.failed;
    ++witness.state.failures;
    witness.due = now + waitAfter(witness.failed);
    // Said when it begins and when it changes, not at every try.
    if (witness.state.error != done.error().detail)
        spdlog::warn("witness {} did not cosign: {}", witness.who.name, done.error().detail);
    witness.state.error = done.error().detail;
}

Result<WitnessAnswer> Collector::put(const Witness& witness, const Head& head) {
    crypto::AddCheckpoint asked{witness.size, {}, head.note};
    if (witness.size > 0 && witness.size < head.size) {
        const auto reader = m_place.readers.borrow();
        asked.proof = crypto::consistencyProof(witness.size, head.size, nodesOf(*reader));
    }
    return m_call->post(witness.who.url + "/add-checkpoint", crypto::formatAddCheckpoint(asked));
}

Result<void> Collector::cosign(Witness& witness, const Head& head) {
    for (int i = 0; i < kTries; ++i) {
        const auto answer = put(witness, head);
        if (!answer) return fail(answer.error());
        if (answer->status == 409) {
            const auto size = sizeIn(*answer);
            if (!size) return failed("it answers 409 and does not say what size it knows");
            if (*size > head.size)
                return failed("it knows this log with " + std::to_string(*size) + " lines, and this server has " +
                              std::to_string(head.size) +
                              ": the log was put back from a backup, or somebody signs another one");
            if (*size == witness.size)
                return failed(*size == head.size ? "it knows another log of " + std::to_string(*size) +
                                                       " lines under this name: somebody signs two"
                                                 : std::string("it answers 409 to the size that it told"));
            witness.size = *size;
            continue;
        }
        if (answer->status != 200) {
            if (answer->status == 422)
                return failed("it says that this log does not continue the one of " + std::to_string(witness.size) +
                              " lines that it knows: somebody signed another one");
            return failed("it answers " + std::to_string(answer->status) +
                          (answer->status == 404   ? ": it does not know this log"
                           : answer->status == 403 ? ": it knows this log by another key"
                                                   : ""));
        }
        const std::string together = head.note + answer->body;
        const auto note =
            crypto::splitNote(together, crypto::kMostCheckpointBytes + kMostWitnessAnswer, "cosigned checkpoint");
        // Behind an empty line of its answer it would have signed a text of its own.
        if (!note || note->body.size() >= head.note.size()) return failed("its answer is no signature lines");
        const auto at = crypto::cosignedAt(*note, witness.who.key);
        if (!at) return fail(at.error());
        if (!*at) return failed("its answer holds no signature by the key that it was named with");
        const auto id = crypto::noteKeyId(witness.who.key.name, witness.who.key.key, crypto::NoteKeyType::cosigns);
        for (const auto& one : note->signatures) {
            if (one.name == witness.who.key.name && one.keyId == id)
                m_place.cosigned.add(witness.place, std::string(one.line) + "\n");
        }
        witness.size = head.size;
        return {};
    }
    return failed("it tells another size each time");
}

void Collector::tellStates() {
    std::vector<WitnessState> states;
    for (const auto& witness : m_witnesses) states.push_back(witness.state);
    m_place.cosigned.setStates(std::move(states));
}

}  // namespace plumb::server
