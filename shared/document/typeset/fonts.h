// The fonts of papers: TrueType faces of Debian's packages and no others, so that a paper does not depend on what else
// a machine has. One face for Chinese and Latin letters, one for what it lacks, one whose characters are all of one
// width. Not thread-safe: a thread has its own.
#pragma once

#include <pango/pango.h>

#include <memory>
#include <string_view>

#include "shared/base/result.h"

namespace plumb::document {

inline constexpr const char* kFace = "WenQuanYi Micro Hei";
inline constexpr const char* kSecondFace = "WenQuanYi Zen Hei";
inline constexpr const char* kMonoFace = "DejaVu Sans Mono";

class Fonts {
  public:
    // Of the calling thread. notFound "font_missing" names the package.
    static Result<const Fonts*> ofThisThread();

    [[nodiscard]] PangoContext* context() const { return m_context.get(); }

  private:
    template <class T>
    struct Unref {
        void operator()(T* object) const { g_object_unref(object); }
    };
    static Result<std::unique_ptr<Fonts>> open();

    std::unique_ptr<PangoFontMap, Unref<PangoFontMap>> m_map;
    std::unique_ptr<PangoContext, Unref<PangoContext>> m_context;
};

// Whether the first face claims to have the character and shows nothing.
bool isBlankInFirstFace(char32_t character);

}  // namespace plumb::document
