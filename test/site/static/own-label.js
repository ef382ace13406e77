// A component that shows its words from a shadow root.
document.querySelector('#shadow-label').attachShadow({ mode: 'open' }).innerHTML =
  '<b style="pointer-events:none">人工智能生成</b>';
