// An answer that came by file, in the place of the server: each call of the engine is answered from it, and what is not
// in it is refused with a code that ends nothing that is under way. So whatever the engine proves, it proves here too.
#pragma once

#include "shared/sync/http.h"
#include "shared/sync/pack_answer.h"

namespace plumb::sync {

class PackCaller final : public HttpCaller {
  public:
    // `have`: the size from which the answer was asked for.
    PackCaller(PackAnswer answer, std::uint64_t have) : m_answer(std::move(answer)), m_have(have) {}

    using HttpCaller::call;
    Result<HttpResponse> call(const HttpRequest& request, std::size_t limit) override;
    void cancel() override {}
    void resume() override {}
    [[nodiscard]] HttpTraffic traffic() const override { return {}; }

  private:
    [[nodiscard]] HttpResponse checkpoint(std::uint64_t have) const;
    [[nodiscard]] HttpResponse push(const HttpRequest& request) const;
    [[nodiscard]] HttpResponse upload(const HttpRequest& request) const;
    [[nodiscard]] HttpResponse proof(const std::string& hash) const;

    const PackAnswer m_answer;
    std::uint64_t m_have;
};

}  // namespace plumb::sync
