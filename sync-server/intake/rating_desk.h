// Takes how enterprises rate visits, without an account, by the code that the visit left (records/inspection/
// visit_code.h), each used once. What is told of it, to whom, and what the running server knows meanwhile:
// - A rating is kept apart from its code, in an order of chance (store/rating_box.h). No call gives one out.
// - When ten of one office and quarter are together, one line of the intake says how often each answer was given
//   (rating.counted), and one to the office above what was written, if there is any (rating.said); then they are gone.
// - What is left of a quarter that is over joins the region above, at the topmost one the next quarter. This happens
//   when the next rating comes in.
// This process sees code and rating together, in memory, and the address that a call came from; SECURITY.md says what
// follows from that. Thread-safe; blocks for the disk.
#pragma once

#include "sync-server/auth/trust.h"
#include "sync-server/intake/desk.h"
#include "sync-server/intake/rating_submission.h"
#include "sync-server/projections/ratings/rating_rows.h"

namespace plumb::server {

// What it borrows of the running server.
struct RatingPlaces {
    ReaderPool& readers;
    const Trust& trust;
    RatingBox& box;
    Clock clock;
};

class RatingDesk {
  public:
    // `voice` outlives this.
    RatingDesk(IntakeVoice& voice, RatingPlaces place);

    [[nodiscard]] WorkGate& work() { return m_work; }
    // What the code is for: {"state":"open"|"used"|"late","day","office","texts","inspector"}: the day of the visit in
    // China, the office rated, whether texts are read by one above, the thumbprint of the device that visited, by which
    // one complains. code_unknown; the same of what is no code at all.
    [[nodiscard]] Result<json::object> describe(std::string_view typed) const;
    // Codes: those of WorkGate::take(), too_many_calls, bad_request, code_unknown, code_used, rating_late. Once it is
    // kept it is taken, whatever becomes of the count.
    Result<void> take(const Arrived& arrived, const Push& push);
    // Whether this address may look up one more code.
    bool mayAsk(const std::string& peer);

  private:
    struct Found {
        RatedVisit visit;
        Sha256 code;
        std::string office;
        bool read = false;  // by an office above
    };
    [[nodiscard]] Result<Found> find(std::string_view typed) const;
    [[nodiscard]] bool isLate(const RatedVisit& visit) const;
    Result<void> mayCome(const std::string& peer);
    // Batches whatever is due, and says what no line says yet.
    void settle(const Push& push);
    void gather();
    Result<void> say(const RatingBatch& batch, const Push& push);

    IntakeVoice& m_voice;
    RatingPlaces m_place;
    WorkGate m_work;
    std::mutex m_taking;
    std::mutex m_rates;
    RateLimiter m_ofAddress{kRatingsOfAddress}, m_ofAll{kRatingsOfAll}, m_codes{kCodesOfAddress};
};

}  // namespace plumb::server
