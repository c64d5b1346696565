#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPromise>

#include <memory>
#include <type_traits>
#include <utility>

namespace checkpoint {

namespace afterwards_detail {

template <typename T> struct Plain
{
    using type = T;
};
template <typename T> struct Plain<QFuture<T>>
{
    using type = T;
};

template <typename T, typename Next> void watch(const QFuture<T> &future, QObject *context, Next next)
{
    auto *const watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, next = std::move(next)]() mutable {
                         watcher->deleteLater();
                         if (!watcher->isCanceled()) // as QFuture::then() has it
                             next(watcher->future());
                     });
    watcher->setFuture(future);
}

template <typename T> void pass(QPromise<T> &promise, const QFuture<T> &future)
{
    if constexpr (!std::is_void_v<T>)
        promise.addResult(future.result());
    promise.finish();
}

} // namespace afterwards_detail

/// Goes on with what a future brings, on the thread of the context, which is the one that calls. As
/// QFuture::then() with a context (and unwrap(), when what follows gives a future itself), but for futures
/// that another thread finishes: then() of Qt 6.4 runs a continuation twice, and crashes, when the future
/// finishes while it is called. What follows never runs before this returns.
template <typename T, typename Next> auto afterwards(const QFuture<T> &future, QObject *context, Next next)
{
    using Given = typename std::conditional_t<std::is_void_v<T>, std::invoke_result<Next>,
                                              std::invoke_result<Next, T>>::type;
    using Result = typename afterwards_detail::Plain<Given>::type;
    auto promise = std::make_shared<QPromise<Result>>();
    QFuture<Result> result = promise->future();
    promise->start();
    auto goOn = [context, promise, next = std::move(next)](const QFuture<T> &done) mutable {
        const auto given = [&next, &done]() -> Given {
            if constexpr (std::is_void_v<T>)
                return next();
            else
                return next(done.result());
        };
        if constexpr (std::is_void_v<Given>) {
            given();
            promise->finish();
        } else if constexpr (std::is_same_v<Given, Result>) {
            promise->addResult(given());
            promise->finish();
        } else {
            afterwards_detail::watch(given(), context, [promise](const QFuture<Result> &inner) {
                afterwards_detail::pass(*promise, inner);
            });
        }
    };
    afterwards_detail::watch(future, context, std::move(goOn));
    return result;
}

} // namespace checkpoint
