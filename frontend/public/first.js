/* Before the application stands: says that it did not come, and tries again. Written for browsers that know little. */
;(function () {
  var root = document.documentElement
  var KEY = 'wishbridge.began'
  var onTheWall = location.pathname.indexOf('/wall') === 0

  function waiting() {
    return document.getElementById('boot') && !root.hasAttribute('data-started')
  }
  function show(what) {
    if (waiting() && (' ' + root.className + ' ').indexOf(' ' + what + ' ') < 0) root.className += ' ' + what
  }
  function began() {
    try {
      return Number(sessionStorage.getItem(KEY)) || 0
    } catch (_) {
      return 1
    }
  }
  /* Whether the server answers. */
  function ask(then) {
    var request = new XMLHttpRequest()
    request.open('GET', '/api/site?' + new Date().getTime())
    request.timeout = 8000
    request.onload = function () {
      then(request.status >= 200 && request.status < 300)
    }
    request.onerror = request.ontimeout = function () {
      then(false)
    }
    request.send()
  }
  function again() {
    try {
      sessionStorage.setItem(KEY, String(began() + 1))
    } catch (_) {
      if (!onTheWall) return
    }
    location.reload()
  }
  /* Loads the page anew when the server answers. Where it answered all the time this was tried once already, or, on a wall
     before which nobody stands, is tried once a minute: what is gone for good makes no circle. */
  function look(wasAway, ms) {
    setTimeout(function () {
      if (!waiting()) return
      ask(function (there) {
        if (!there) return look(true, 5000)
        if (wasAway || began() === 0) return again()
        if (onTheWall) setTimeout(again, 60000)
        else look(false, 30000)
      })
    }, ms)
  }
  window.addEventListener('error', function (event) {
    if (event.error instanceof SyntaxError || /SyntaxError/.test(event.message || '')) show('too-old')
  })
  window.addEventListener('load', function () {
    if (!waiting()) return
    if ((' ' + root.className + ' ').indexOf(' too-old ') >= 0) return
    show('not-come')
    look(false, 1000)
  })
})()
